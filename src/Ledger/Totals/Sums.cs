using System.Buffers;

namespace Trellis.Ledger.Totals;

/// <summary>The sums by one side while they are added up. Their room is borrowed: a side may have a hundred thousand parts, and each page asks anew.</summary>
internal sealed class Sums : IDisposable
{
    private readonly Side side;
    private readonly int first;
    private readonly int width;
    private readonly Sum[] sums;
    private readonly bool[] isThere;

    /// <param name="first">The least key, and <paramref name="width"/> how many there may be from it on.</param>
    public Sums(Side side, int first, int width)
    {
        (this.side, this.first, this.width) = (side, first, width);
        (sums, isThere) = (ArrayPool<Sum>.Shared.Rent(width), ArrayPool<bool>.Shared.Rent(width));
        sums.AsSpan(0, width).Clear();
        isThere.AsSpan(0, width).Clear();
    }

    public void Add(in Line line)
    {
        var at = line[side] - first;
        sums[at].Add(line);
        isThere[at] = true;
    }

    /// <summary>The keys that something was added to.</summary>
    public int Count(Func<int, bool> isMeant)
    {
        var count = 0;
        for (var at = 0; at < width; at++)
        {
            count += isThere[at] && isMeant(at + first) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Years in their order; all else largest first.</summary>
    public Slice[] All()
    {
        var slices = new Slice[isThere.AsSpan(0, width).Count(true)];
        for (var (at, next) = (0, 0); at < width; at++)
        {
            if (isThere[at])
            {
                slices[next++] = new(side, at + first, sums[at]);
            }
        }

        if (side != Side.Year)
        {
            Array.Sort(slices, Larger);
        }

        return slices;
    }

    /// <summary>The first of <see cref="All"/>, without sorting the rest.</summary>
    public Largest First(int most)
    {
        if (side == Side.Year)
        {
            var years = All();
            return new(years[..Math.Min(most, years.Length)], years.Length, years.Skip(most).Sum(year => year.Sum.Pence));
        }

        var (best, count, rest) = (new List<Slice>(most + 1), 0, 0L);
        for (var at = 0; at < width; at++)
        {
            if (isThere[at])
            {
                count++;
                rest += sums[at].Pence;
                if (best.Count < most || sums[at].Pence > best[^1].Sum.Pence)
                {
                    Keep(best, new(side, at + first, sums[at]), most);
                }
            }
        }

        return new(best, count, rest - best.Sum(slice => slice.Sum.Pence));
    }

    public void Dispose()
    {
        ArrayPool<Sum>.Shared.Return(sums);
        ArrayPool<bool>.Shared.Return(isThere);
    }

    private static void Keep(List<Slice> best, Slice slice, int most)
    {
        var place = best.FindIndex(other => Larger(slice, other) < 0);
        best.Insert(place < 0 ? best.Count : place, slice);
        if (best.Count > most)
        {
            best.RemoveAt(most);
        }
    }

    private static int Larger(Slice one, Slice other) =>
        one.Sum.Pence != other.Sum.Pence ? other.Sum.Pence.CompareTo(one.Sum.Pence) : one.Key.CompareTo(other.Key);
}

/// <summary>The largest parts of a whole, how many parts there are in all, and how much the others come to.</summary>
internal sealed record Largest(IReadOnlyList<Slice> Slices, int Count, long RestPence);
