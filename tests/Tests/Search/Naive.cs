using Trellis.Platform.Places;
using Trellis.Platform.Search;

namespace Trellis.Tests.Search;

/// <summary>The same search written so that anybody can see it is right: it looks at every document with nothing prepared.</summary>
internal sealed class Naive(Shape shape, IReadOnlyList<Document> documents)
{
    private readonly Dictionary<(Document, string), int> weights = new(new ByReference());

    public sealed record Found(IReadOnlyList<Guid> Keys, int Total, IReadOnlyList<Dictionary<string, int>> Facets);

    public Found Search(Question question)
    {
        var terms = Query.Read(question.Words, shape.StopWords).Select(word => word.Term).Distinct().ToList();
        var matching = documents.Where(document => terms.TrueForAll(term => Weight(document, term) > 0)
            && (question.Within is not { } within || within.Tags.Any(document.Tags.Contains))
            && (question.WithinMetres is not { } metres || Decimetres(question.Near!.Value, document.Point) <= metres * 10L)).ToList();
        var through = matching.Where(document => question.Filters.All(filter => Passes(document, filter))).ToList();
        var order = through
            .OrderBy(document => First(question, document, terms))
            .ThenBy(document => document, Comparer<Document>.Create(ByName))
            .Skip(question.Skip).Take(question.Take).Select(document => document.Key).ToList();
        var facets = Enumerable.Range(0, shape.Facets.Count)
            .Select(facet => Count(matching.Where(document => question.Filters.Where(filter => filter.Facet != facet).All(filter => Passes(document, filter))), facet))
            .ToList();
        return new Found(order, through.Count, facets);
    }

    private static bool Passes(Document document, (int Facet, IReadOnlyList<string> Values) filter) =>
        filter.Values.Count == 0 || document.Facets.Any(value => value.Facet == filter.Facet && filter.Values.Contains(value.Value));

    private static Dictionary<string, int> Count(IEnumerable<Document> documents, int facet) => documents
        .SelectMany(document => document.Facets.Where(value => value.Facet == facet).Select(value => value.Value).Distinct())
        .GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());

    private static int ByName(Document one, Document other) =>
        Query.Folded(one.Name).AsSpan().SequenceCompareTo(Query.Folded(other.Name)) is var byName and not 0 ? byName : one.Key.CompareTo(other.Key);

    private double First(Question question, Document document, List<string> terms) => question.Sort switch
    {
        SortBy.Name => 0,
        SortBy.LastConfirmed => -document.LastConfirmed,
        SortBy.Distance => Decimetres(question.Near!.Value, document.Point),
        _ => -terms.Sum(term => Weight(document, term) * Rarity(term) * 16) - (document.Prior * Sifting.PriorWeight),
    };

    private static uint Decimetres(Point from, Point? to) =>
        to is { } point ? new Ground(from).Decimetres(point.LatitudeMicro, point.LongitudeMicro) : uint.MaxValue;

    private int Rarity(string term)
    {
        var frequency = documents.Count(document => Weight(document, term) > 0);
        return 1 + (int)(16 * Math.Log(1 + (Math.Max(0, documents.Count - frequency + 0.5) / (frequency + 0.5))));
    }

    private int Weight(Document document, string term) =>
        weights.TryGetValue((document, term), out var known) ? known : weights[(document, term)] = CountWeight(document, term);

    private int CountWeight(Document document, string term)
    {
        var weight = 0f;
        foreach (var (field, text) in document.Texts)
        {
            var words = Query.Words(text, shape.StopWords).Select(word => word.Term).ToList();
            var here = shape.Fields[field].Weight / (1 - 0.6f + (0.6f * words.Count / shape.Fields[field].UsualLength));
            for (var time = words.Count(word => word == term); time > 0; time--)
            {
                weight += here;
            }
        }

        return weight == 0 ? 0 : Math.Clamp((int)MathF.Round(weight / (weight + 8) * 255), 1, 255);
    }

    private sealed class ByReference : IEqualityComparer<(Document, string)>
    {
        public bool Equals((Document, string) x, (Document, string) y) => ReferenceEquals(x.Item1, y.Item1) && x.Item2 == y.Item2;

        public int GetHashCode((Document, string) obj) => HashCode.Combine(obj.Item1.Key, obj.Item2);
    }
}
