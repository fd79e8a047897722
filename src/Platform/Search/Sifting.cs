using System.Buffers;
using System.Runtime.InteropServices;
using Trellis.Platform.Places;

namespace Trellis.Platform.Search;

/// <summary>Lets matched documents through the filters, counts their facets and keeps the best for the page.</summary>
internal sealed class Sifting
{
    public const int PriorWeight = 64;
    private readonly SearchIndex index;
    private readonly Question question;
    private readonly Ground? ground;
    private readonly (int Facet, bool[] Wanted)[] filters;
    private readonly int[][] counts;
    private readonly int room;
    private readonly PriorityQueue<(int Segment, int Document, int Score), ulong> best = new();
    private readonly List<int>[] failedOnlyHere;

    public Sifting(SearchIndex index, Question question)
    {
        this.index = index;
        this.question = question;
        ground = question.Near is { } near ? new Ground(near) : null;
        filters = [.. question.Filters.Where(filter => filter.Values.Count > 0).Select(filter => (filter.Facet, Wanted(filter.Facet, filter.Values)))];
        failedOnlyHere = [.. filters.Select(_ => new List<int>())];
        counts = [.. Enumerable.Range(0, index.Shape.Facets.Count).Select(facet => new int[index.Values.Count(facet)])];
        room = (int)Math.Min((long)Math.Max(question.Skip, 0) + Math.Max(question.Take, 0), int.MaxValue);
    }

    public int Total { get; private set; }

    public void Take(int at, Hits hits)
    {
        var segment = index.Segments[at];
        var documents = hits.Documents;
        var scores = hits.Scores;
        var priors = segment.Priors.Span;
        var allLive = index.AllLive(at);
        foreach (var failed in failedOnlyHere)
        {
            failed.Clear();
        }

        var through = ArrayPool<int>.Shared.Rent(documents.Length);
        var count = 0;
        for (var hit = 0; hit < documents.Length; hit++)
        {
            var document = documents[hit];
            if ((allLive || index.IsLive(at, document)) && IsNear(segment, document) && PassesFilters(segment, document))
            {
                through[count++] = document;
                Keep(at, segment, document, scores[hit] + (priors[document] * PriorWeight));
            }
        }

        Total += count;
        Count(segment, through.AsSpan(0, count));
        ArrayPool<int>.Shared.Return(through);
    }

    public Hit[] Page()
    {
        var page = new Hit[Math.Max(0, best.Count - Math.Max(question.Skip, 0))];
        for (var at = page.Length - 1; at >= 0; at--)
        {
            var (segment, document, score) = best.Dequeue();
            page[at] = new Hit(index.Segments[segment].Keys[document], index.Segments[segment].Kinds[document], score, Metres(index.Segments[segment], document));
        }

        return page;
    }

    public IReadOnlyList<FacetCount>[] Facets() => [.. counts.Select(Found)];

    /// <summary>The values of a facet that were found, the most frequent first.</summary>
    private FacetCount[] Found(int[] values, int facet)
    {
        var found = new List<FacetCount>();
        for (var value = 1; value < values.Length; value++)
        {
            if (values[value] > 0)
            {
                found.Add(new(index.Values.Name(facet, value), values[value]));
            }
        }

        found.Sort((one, other) => one.Count != other.Count ? other.Count.CompareTo(one.Count) : string.CompareOrdinal(one.Value, other.Value));
        return [.. found];
    }

    private bool[] Wanted(int facet, IReadOnlyList<string> values)
    {
        var wanted = new bool[index.Values.Count(facet)];
        foreach (var value in values)
        {
            wanted[index.Values.Find(facet, value)] = true;
        }

        wanted[0] = false; // a value nobody has
        return wanted;
    }

    private bool IsNear(Segment segment, int document) =>
        question.WithinMetres is not { } most || ground is not { } from
        || (segment.Latitudes[document] != Segment.Nowhere && from.Decimetres(segment.Latitudes[document], segment.Longitudes[document]) <= most * 10L);

    /// <summary>True where all filters let it through. Where one only does not, it still counts among that filter's own values.</summary>
    private bool PassesFilters(Segment segment, int document)
    {
        var failed = -1;
        for (var filter = 0; filter < filters.Length; filter++)
        {
            if (segment.Facets[filters[filter].Facet].HasAny(document, filters[filter].Wanted))
            {
                continue;
            }

            if (failed >= 0)
            {
                return false;
            }

            failed = filter;
        }

        if (failed >= 0)
        {
            failedOnlyHere[failed].Add(document);
        }

        return failed < 0;
    }

    private void Count(Segment segment, ReadOnlySpan<int> through)
    {
        for (var facet = 0; facet < counts.Length; facet++)
        {
            segment.Facets[facet].Count(through, counts[facet]);
        }

        for (var filter = 0; filter < filters.Length; filter++)
        {
            segment.Facets[filters[filter].Facet].Count(CollectionsMarshal.AsSpan(failedOnlyHere[filter]), counts[filters[filter].Facet]);
        }
    }

    private void Keep(int at, Segment segment, int document, int score)
    {
        var key = ~(((ulong)First(segment, document, score) << 32) | index.Order(at, document)); // the queue gives up its smallest: the worst
        if (best.Count < room)
        {
            best.Enqueue((at, document, score), key);
        }
        else if (room > 0 && best.TryPeek(out _, out var worst) && key > worst)
        {
            best.EnqueueDequeue((at, document, score), key);
        }
    }

    private uint First(Segment segment, int document, int score) => question.Sort switch
    {
        SortBy.Name => 0,
        SortBy.LastConfirmed => uint.MaxValue - (uint)segment.LastConfirmed[document],
        SortBy.Distance when ground is { } from =>
            segment.Latitudes[document] == Segment.Nowhere ? uint.MaxValue : from.Decimetres(segment.Latitudes[document], segment.Longitudes[document]),
        _ => uint.MaxValue - (uint)score,
    };

    private int? Metres(Segment segment, int document) =>
        question.Near is { } near && segment.Latitudes[document] != Segment.Nowhere
            ? (int)Math.Round(near.MetresTo(new Point(segment.Latitudes[document], segment.Longitudes[document])))
            : null;
}

/// <summary>Distances from one point, taking the ground as flat: within the size of a county right to a few metres, and quick.</summary>
internal sealed class Ground(Point from)
{
    private const double DecimetresPerMicro = 1.11194927; // 6,371,008.8 m * pi / 180 / 1,000,000 * 10
    private readonly double eastWest = Math.Cos(double.DegreesToRadians(from.Latitude));

    public uint Decimetres(int latitudeMicro, int longitudeMicro)
    {
        double north = latitudeMicro - from.LatitudeMicro;
        var east = (longitudeMicro - from.LongitudeMicro) * eastWest;
        return (uint)Math.Min(uint.MaxValue - 1, DecimetresPerMicro * Math.Sqrt((north * north) + (east * east)));
    }
}
