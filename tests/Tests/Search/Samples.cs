using Trellis.Platform.Places;
using Trellis.Platform.Search;

namespace Trellis.Tests.Search;

/// <summary>Small indexes to ask.</summary>
internal static class Samples
{
    public static readonly Shape Shape = new([new Field("name", 8, 4), new Field("purpose", 1.5f, 12)], ["kind", "ward"])
    {
        Synonyms = Synonyms.Read(["# what people say", "food bank = foodbank = pantry = food parcels", "1st = first", "playgroup = play group"]),
        StopWords = new HashSet<string> { "the", "of", "and", "for", "in", "a" },
    };

    public static Document Named(string name, string purpose = "", Point? point = null, string? ward = null, string kind = "group") => new()
    {
        Key = Guid.CreateVersion7(),
        Name = name,
        Texts = [(0, name), (1, purpose)],
        Tags = ward is null ? [] : ["@ward:" + ward],
        Facets = ward is null ? [(0, kind)] : [(0, kind), (1, ward)],
        Point = point,
    };

    public static SearchIndex Index(params IEnumerable<Document> documents) => Index(Shape, documents);

    public static SearchIndex Index(Shape shape, IEnumerable<Document> documents)
    {
        var builder = new IndexBuilder(shape);
        foreach (var document in documents)
        {
            builder.Add(document);
        }

        return builder.Build();
    }

    /// <summary>The names found, best first.</summary>
    public static string[] Find(IReadOnlyList<Document> documents, string words, bool typing = false) =>
        [.. Index(documents).Search(new Question { Words = words, Typing = typing }).Hits.Select(hit => documents.Single(document => document.Key == hit.Key).Name)];
}
