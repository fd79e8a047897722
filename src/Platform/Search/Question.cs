using Trellis.Platform.Places;

namespace Trellis.Platform.Search;

public enum SortBy
{
    Relevance,
    Distance,
    Name,
    LastConfirmed,
}

/// <summary>What somebody is looking for.</summary>
public sealed record Question
{
    public string Words { get; init; } = "";

    /// <summary>The last word may not be whole yet.</summary>
    public bool Typing { get; init; }

    /// <summary>For some facets, the values of which a document must have one.</summary>
    public IReadOnlyList<(int Facet, IReadOnlyList<string> Values)> Filters { get; init; } = [];

    /// <summary>Where the documents must lie; null where anywhere will do.</summary>
    public Within? Within { get; init; }

    /// <summary>Where distances are measured from.</summary>
    public Point? Near { get; init; }

    public int? WithinMetres { get; init; }

    public SortBy Sort { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = 20;
}

/// <summary>A ward, locality or postcode district: the tags its documents carry, and the words they may be named by instead (null where only lying there counts).</summary>
public sealed record Within(IReadOnlyList<string> Tags, string? OrWords);

/// <summary>A document that was found.</summary>
/// <param name="Metres">From where distances are measured; null where either end is unknown.</param>
public readonly record struct Hit(Guid Key, byte Kind, int Score, int? Metres);

public readonly record struct FacetCount(string Value, int Count);

/// <summary>How far the words had to be given way, so that the page can say so.</summary>
public enum Relaxed
{
    No,

    /// <summary>Nothing lies in the place that has all the words; these lie elsewhere.</summary>
    Elsewhere,

    /// <summary>Nothing has all the words; these have as many as any.</summary>
    MostWords,
}

/// <summary>What was found.</summary>
public sealed record Answer
{
    public required int Total { get; init; }

    public required IReadOnlyList<Hit> Hits { get; init; }

    /// <summary>By facet as in <see cref="Shape.Facets"/>, most frequent first, each counted as if its own filter were not set.</summary>
    public required IReadOnlyList<IReadOnlyList<FacetCount>> Facets { get; init; }

    /// <summary>The words as they were searched for, where some had to be replaced by their nearest; otherwise null.</summary>
    public string? ShowingFor { get; init; }

    /// <summary>Words that stand nowhere and resemble nothing; they were left out.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Something was typed, and no word of it can be looked for: signs, or words that stand everywhere. Without a place besides, nothing is found then.</summary>
    public bool IsForNothing { get; init; }

    public Relaxed Relaxed { get; init; }

    /// <summary>The order it is in, which need not be the one that was asked for.</summary>
    public SortBy Sort { get; init; }

    /// <summary>The terms that were looked for, for marking why something was found.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];
}
