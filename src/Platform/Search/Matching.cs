using System.Buffers;

namespace Trellis.Platform.Search;

/// <summary>Finds the documents that meet groups of a question.</summary>
internal static class Matching
{
    /// <summary>The documents of one segment that meet every group; all documents where there is none.</summary>
    public static Hits All(SearchIndex index, int at, IEnumerable<Group> groups)
    {
        var segment = index.Segments[at];
        Hits? hits = null;
        foreach (var group in groups.OrderBy(group => group.Frequency))
        {
            if (hits is null)
            {
                hits = group.In(segment, at);
            }
            else if (hits.Count > 0)
            {
                group.Narrow(hits, segment, at);
            }
        }

        return hits ?? Hits.All(segment.Count);
    }

    /// <summary>In every segment, the documents that meet as many of the groups as any does, and all of those that must be met.</summary>
    public static Hits[] Most(SearchIndex index, IReadOnlyList<Group> groups, IReadOnlyList<Group> always)
    {
        var best = 0;
        var counted = new (int[] Scores, byte[] Met)[index.Segments.Length];
        for (var at = 0; at < counted.Length; at++)
        {
            counted[at] = CountMet(index, at, groups, always, ref best);
        }

        return [.. counted.Select((segment, at) => Keep(segment.Scores, segment.Met, index.Segments[at].Count, Math.Max(best, 1)))];
    }

    private static (int[] Scores, byte[] Met) CountMet(SearchIndex index, int at, IReadOnlyList<Group> groups, IReadOnlyList<Group> always, ref int best)
    {
        var segment = index.Segments[at];
        var (scores, met) = (ArrayPool<int>.Shared.Rent(segment.Count), ArrayPool<byte>.Shared.Rent(segment.Count));
        scores.AsSpan(0, segment.Count).Clear();
        met.AsSpan(0, segment.Count).Clear();
        foreach (var group in groups)
        {
            using var hits = All(index, at, always.Append(group));
            for (var hit = 0; hit < hits.Count; hit++)
            {
                var document = hits.Documents[hit];
                scores[document] += hits.Scores[hit];
                met[document]++;
                if (met[document] > best && index.IsLive(at, document))
                {
                    best = met[document];
                }
            }
        }

        return (scores, met);
    }

    private static Hits Keep(int[] scores, byte[] met, int count, int most)
    {
        for (var document = 0; document < count; document++)
        {
            scores[document] = met[document] == most ? scores[document] + 1 : 0;
        }

        var hits = Hits.Where(scores.AsSpan(0, count));
        ArrayPool<int>.Shared.Return(scores);
        ArrayPool<byte>.Shared.Return(met);
        return hits;
    }
}
