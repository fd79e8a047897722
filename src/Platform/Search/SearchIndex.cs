using System.Numerics;

namespace Trellis.Platform.Search;

/// <summary>
/// Everything that can be found, held in memory. Never changes: <see cref="With"/> gives a new one that shares what stayed the same,
/// so that any number of questions can be answered while it is renewed.
/// </summary>
public sealed class SearchIndex
{
    private readonly IReadOnlyList<Document> patched;
    private readonly ulong[]? gone;
    private readonly int goneCount;
    private readonly int shift;
    private readonly uint[] patchOrder;

    internal SearchIndex(Shape shape, FacetValues values, Segment main)
        : this(shape, values, main, null, [], null, 0)
    {
    }

    private SearchIndex(Shape shape, FacetValues values, Segment main, Segment? patch, IReadOnlyList<Document> patched, ulong[]? gone, int goneCount)
    {
        Shape = shape;
        Values = values;
        Segments = patch is null ? [main] : [main, patch];
        Phrases = new QueryPhrases(this);
        this.patched = patched;
        this.gone = gone;
        this.goneCount = goneCount;
        Count = main.Count - goneCount + (patch?.Count ?? 0);
        shift = int.LeadingZeroCount(main.Count + 1) - 1;
        patchOrder = patch is null ? [] : OrderAmong(main, patch);
    }

    /// <summary>How many documents can be found.</summary>
    public int Count { get; }

    public Shape Shape { get; }

    /// <summary>How many documents were changed since it was built whole; worth building anew when there are many.</summary>
    public int Patched => patched.Count;

    /// <summary>Whether nothing was changed since it was built, so that it can be saved.</summary>
    public bool IsWhole => Segments.Length == 1 && gone is null;

    /// <summary>Documents that could not be read at the latest change, with what went wrong; nobody finds them.</summary>
    public IReadOnlyList<(Guid Key, Exception Trouble)> LeftOut { get; internal init; } = [];

    internal Segment[] Segments { get; }

    internal FacetValues Values { get; }

    internal QueryPhrases Phrases { get; }

    /// <summary>A new index in which these documents stand as they are now and those with the removed keys stand no more.</summary>
    public SearchIndex With(IReadOnlyCollection<Document> changed, IReadOnlyCollection<Guid> removed)
    {
        var main = Segments[0];
        HashSet<Guid> touched = [.. removed, .. changed.Select(document => document.Key)];
        var nowGone = gone is null ? new ulong[(main.Count + 63) / 64] : [.. gone];
        for (var document = 0; document < main.Count; document++)
        {
            if (touched.Contains(main.Keys[document]))
            {
                nowGone[document >> 6] |= 1UL << document;
            }
        }

        List<Document> nowPatched = [.. patched.Where(document => !touched.Contains(document.Key)), .. changed];
        var values = new FacetValues(Values);
        var builder = new IndexBuilder(Shape, values);
        nowPatched.ForEach(builder.Add);
        nowPatched.RemoveAll(document => builder.LeftOut.Any(left => left.Key == document.Key));
        return new SearchIndex(Shape, values, main, builder.BuildSegment(), nowPatched, nowGone, nowGone.Sum(bits => BitOperations.PopCount(bits))) { LeftOut = builder.LeftOut };
    }

    /// <summary>A new index in which one facet has these values, by the documents' keys, and everything else is as it was.</summary>
    public SearchIndex WithFacet(int facet, IReadOnlyDictionary<Guid, IReadOnlyList<string>> values)
    {
        var renewed = new FacetValues(Values, without: facet);
        var segments = Array.ConvertAll(Segments, segment => segment with { Facets = [.. segment.Facets.Select((column, at) => at == facet ? Column(segment) : column)] });
        List<Document> nowPatched = [.. patched.Select(document => document with { Facets = [.. document.Facets.Where(one => one.Facet != facet), .. Of(document.Key).Select(value => (facet, value))] })];
        return new SearchIndex(Shape, renewed, segments[0], segments.Length == 1 ? null : segments[1], nowPatched, gone, goneCount);

        IReadOnlyList<string> Of(Guid key) => values.GetValueOrDefault(key, []);
        FacetColumn Column(Segment segment) => new([.. Enumerable.Range(0, segment.Count).Select(at => renewed.Add(facet, Of(segment.Keys[at])))]);
    }

    /// <summary>Reads back what <see cref="Save"/> wrote; null where the file is of another kind, for another purpose, or damaged.</summary>
    /// <param name="file">Read where it lies, and as it is looked at: it must never be written into again, only be replaced by another.</param>
    /// <param name="shape">As it was when it was built.</param>
    /// <param name="purpose">What the index was made from; a file with another purpose is of no use.</param>
    public static SearchIndex? Load(string file, Shape shape, string purpose)
    {
        if (BlockReader.Open(file, purpose) is not { } blocks)
        {
            return null;
        }

        var values = FacetValues.Load(blocks, shape.Facets.Count);
        return new SearchIndex(shape, values, Segment.Load(blocks, shape.Facets.Count));
    }

    /// <summary>Writes an index that was built whole, so that the next start need not build it.</summary>
    public void Save(Stream to, string purpose)
    {
        using var blocks = new BlockWriter(to, purpose);
        Values.Save(blocks);
        Segments[0].Save(blocks);
        blocks.Complete();
    }

    public Answer Search(Question question) => new Asking(this, question).Answer();

    internal bool IsLive(int segment, int document) => segment != 0 || gone is null || (gone[document >> 6] & (1UL << document)) == 0;

    internal bool AllLive(int segment) => segment != 0 || gone is null;

    /// <summary>The document's place in the order of names among all segments; later documents stand between those of the main one.</summary>
    internal uint Order(int segment, int document) => segment == 0 ? ((uint)document + 1) << shift : patchOrder[document];

    private uint[] OrderAmong(Segment main, Segment patch)
    {
        var order = new uint[patch.Count];
        for (var document = 0; document < order.Length; document++)
        {
            var first = ((uint)main.CountBefore(patch.Name(document), patch.Keys[document]) << shift) + 1;
            order[document] = document == 0 ? first : Math.Max(first, order[document - 1] + 1);
        }

        return order;
    }
}
