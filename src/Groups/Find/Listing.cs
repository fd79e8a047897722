using Trellis.Groups.Contract;
using Trellis.Platform.Search;

namespace Trellis.Groups.Find;

/// <summary>What kinds of things the directory lists; their numbers are kept in the index.</summary>
internal enum Listed : byte
{
    Group,
    Service,
    Premises,
}

/// <summary>How the directory's things are found: their fields, by weight, and the questions they are narrowed by.</summary>
internal static class Listing
{
    public const int Name = 0;
    public const int OtherName = 1;
    public const int Words = 2;
    public const int Purpose = 3;
    public const int Address = 4;

    public const int Kind = 0;
    public const int What = 1;
    public const int Cause = 2;
    public const int Ward = 3;
    public const int Locality = 4;
    public const int Form = 5;
    public const int Size = 6;
    public const int Has = 7;

    /// <summary>The facets' names in the address bar, in the order of their numbers; those of other modules follow.</summary>
    public static readonly IReadOnlyList<string> Facets = ["kind", "what", "cause", "ward", "locality", "form", "size", "has"];

    private static readonly Field[] Fields =
    [
        new("name", 8, 4), new("other name", 6, 4), new("words", 3, 6), new("purpose", 1.5f, 25), new("address", 1, 6),
    ];

    public static Shape Shape(Synonyms synonyms, IReadOnlySet<string> stopWords, IEnumerable<IGroupFacet> contributed) =>
        new(Fields, [.. Facets, .. contributed.Select(facet => facet.Key)]) { Synonyms = synonyms, StopWords = stopWords };

    public static string WardTag(string code) => "@ward:" + code;

    public static string DistrictTag(string outward) => "@district:" + outward;
}
