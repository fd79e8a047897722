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
    public Slice[] All() => Ranked(static _ => true, ranked => Slices(ranked));

    /// <summary>One page of <see cref="All"/>, among the keys that are meant.</summary>
    /// <param name="after">The key after which it begins, wherever newer files have moved it; from the first where it is null or gone.</param>
    public SlicePage Page(int? after, int size, Func<int, bool> isMeant) => Ranked(isMeant, ranked =>
    {
        var from = after is { } key ? ranked.IndexOf(key - first) + 1 : 0;
        int? before = from > size ? ranked[from - size - 1] + first : null;
        return new SlicePage(Slices(ranked[from..Math.Min(from + size, ranked.Length)]), from, ranked.Length) { AfterOfPrevious = before };
    });

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

    /// <summary>The places of the keys that are meant, in the order in which they are listed, to be looked at while they last.</summary>
    private T Ranked<T>(Func<int, bool> isMeant, Func<Span<int>, T> look)
    {
        var (places, pence) = (ArrayPool<int>.Shared.Rent(width), ArrayPool<long>.Shared.Rent(width));
        var count = 0;
        for (var at = 0; at < width; at++)
        {
            if (isThere[at] && isMeant(at + first))
            {
                places[count] = at;
                pence[count++] = ~sums[at].Pence; // turned round, so that numbers in ascending order put the largest first
            }
        }

        if (side != Side.Year)
        {
            Rank(pence.AsSpan(0, count), places.AsSpan(0, count));
        }

        var seen = look(places.AsSpan(0, count));
        ArrayPool<int>.Shared.Return(places);
        ArrayPool<long>.Shared.Return(pence);
        return seen;
    }

    /// <summary>By the numbers alone, which are many times faster to sort than slices; then by key where they are equal.</summary>
    private static void Rank(Span<long> pence, Span<int> places)
    {
        pence.Sort(places);
        for (var from = 0; from < pence.Length;)
        {
            var to = from + 1;
            while (to < pence.Length && pence[to] == pence[from])
            {
                to++;
            }

            places[from..to].Sort();
            from = to;
        }
    }

    private Slice[] Slices(ReadOnlySpan<int> places)
    {
        var slices = new Slice[places.Length];
        for (var at = 0; at < slices.Length; at++)
        {
            slices[at] = new(side, places[at] + first, sums[places[at]]);
        }

        return slices;
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

/// <summary>Some parts of a whole, of how many, and at which place the first of them stands.</summary>
internal sealed record SlicePage(IReadOnlyList<Slice> Slices, int From, int Count)
{
    /// <summary>After which key the page before this one begins; null where it is the first page.</summary>
    public int? AfterOfPrevious { get; init; }
}
