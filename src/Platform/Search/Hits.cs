using System.Buffers;

namespace Trellis.Platform.Search;

/// <summary>Documents of a segment in ascending order with their scores, in borrowed arrays.</summary>
internal sealed class Hits : IDisposable
{
    private int[] documents;
    private int[] scores;

    private Hits(int room)
    {
        documents = ArrayPool<int>.Shared.Rent(room);
        scores = ArrayPool<int>.Shared.Rent(room);
    }

    public int Count { get; private set; }

    public ReadOnlySpan<int> Documents => documents.AsSpan(0, Count);

    public ReadOnlySpan<int> Scores => scores.AsSpan(0, Count);

    public static Hits All(int count)
    {
        var hits = new Hits(count) { Count = count };
        for (var document = 0; document < count; document++)
        {
            hits.documents[document] = document;
        }

        hits.scores.AsSpan(0, count).Clear();
        return hits;
    }

    public static Hits Of(ReadOnlySpan<int> documents, ReadOnlySpan<byte> weights, int factor)
    {
        var hits = new Hits(documents.Length) { Count = documents.Length };
        documents.CopyTo(hits.documents);
        for (var at = 0; at < weights.Length; at++)
        {
            hits.scores[at] = weights[at] * factor;
        }

        return hits;
    }

    /// <summary>The documents whose place holds a number above 0; the score is that number less 1.</summary>
    public static Hits Where(ReadOnlySpan<int> scorePlusOne)
    {
        var hits = new Hits(scorePlusOne.Length);
        var count = 0;
        var from = 0;
        while (scorePlusOne[from..].IndexOfAnyExcept(0) is var gap and >= 0) // most are 0, and stretches of them are passed over many at a time
        {
            from += gap;
            hits.documents[count] = from;
            hits.scores[count++] = scorePlusOne[from++] - 1;
        }

        hits.Count = count;
        return hits;
    }

    /// <summary>Keeps the documents that stand in the other list too, and adds its weights to their scores.</summary>
    public void KeepThoseIn(ReadOnlySpan<int> others, ReadOnlySpan<byte> weights, int factor)
    {
        var (count, from) = (0, 0);
        for (var at = 0; at < Count; at++)
        {
            var document = documents[at];
            from = FirstFrom(others, from, document);
            if (from == others.Length)
            {
                break;
            }

            if (others[from] == document)
            {
                documents[count] = document;
                scores[count++] = scores[at] + (weights[from] * factor);
            }
        }

        Count = count;
    }

    public void KeepThoseIn(Hits others)
    {
        var (count, from) = (0, 0);
        for (var at = 0; at < Count; at++)
        {
            var document = documents[at];
            from = FirstFrom(others.Documents, from, document);
            if (from == others.Count)
            {
                break;
            }

            if (others.documents[from] == document)
            {
                documents[count] = document;
                scores[count++] = scores[at] + others.scores[from];
            }
        }

        Count = count;
    }

    public int CountIn(ReadOnlySpan<int> others)
    {
        var (count, from) = (0, 0);
        foreach (var document in Documents)
        {
            from = FirstFrom(others, from, document);
            if (from == others.Length)
            {
                break;
            }

            count += others[from] == document ? 1 : 0;
        }

        return count;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(documents);
        ArrayPool<int>.Shared.Return(scores);
        documents = scores = [];
        Count = 0;
    }

    /// <summary>The first place at or after <paramref name="from"/> that holds the document or a later one, by steps that double.</summary>
    private static int FirstFrom(ReadOnlySpan<int> list, int from, int document)
    {
        var (low, step) = (from, 1);
        while (low + step < list.Length && list[low + step] < document)
        {
            low += step;
            step <<= 1;
        }

        var high = Math.Min(low + step, list.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (list[middle] < document)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
