using Trellis.Platform.Places;

namespace Trellis.Platform.Search;

/// <summary>One thing that can be found.</summary>
public sealed record Document
{
    public required Guid Key { get; init; }

    /// <summary>What kind of thing it is; the number means something to the caller only.</summary>
    public byte Kind { get; init; }

    /// <summary>What it is listed under when sorted by name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is found by, each text with the number of its field in <see cref="Shape.Fields"/>.</summary>
    public required IReadOnlyList<(int Field, string Text)> Texts { get; init; }

    /// <summary>Words that are not read from text and are found only whole, as in a ward's code.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What it is counted under, each value with the number of its facet in <see cref="Shape.Facets"/>.</summary>
    public IReadOnlyList<(int Facet, string Value)> Facets { get; init; } = [];

    public Point? Point { get; init; }

    /// <summary>How much it is wanted before others when the words say the same of both; it never outweighs a word.</summary>
    public byte Prior { get; init; }

    /// <summary>The day (number) on which it was last known to be right; 0 where unknown.</summary>
    public int LastConfirmed { get; init; }
}

/// <summary>A field of text: how much its words weigh, and how many words it has as a rule.</summary>
public sealed record Field(string Name, float Weight, float UsualLength);

/// <summary>What the documents of an index have in common.</summary>
public sealed record Shape(IReadOnlyList<Field> Fields, IReadOnlyList<string> Facets)
{
    public Synonyms Synonyms { get; init; } = Synonyms.None;

    /// <summary>Words too common to search for.</summary>
    public IReadOnlySet<string> StopWords { get; init; } = new HashSet<string>();
}
