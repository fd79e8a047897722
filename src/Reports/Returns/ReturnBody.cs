using System.Text.Json;
using Trellis.Reports.Counting;
using Trellis.Reports.Frameworks;
using Trellis.Reports.Indicators;

namespace Trellis.Reports.Returns;

/// <summary>A record behind a figure, as it was when the return was computed.</summary>
internal sealed record BehindRecord(string Kind, Guid Id, DateOnly On, string Title, string? Url, IReadOnlyList<string> Groups, IReadOnlyDictionary<string, string> Words, IReadOnlyDictionary<string, long> Numbers)
{
    /// <summary>Whether a person would see the same.</summary>
    public bool Says(BehindRecord other) => On == other.On && Title == other.Title && Groups.SequenceEqual(other.Groups)
        && Words.OrderBy(pair => pair.Key, StringComparer.Ordinal).SequenceEqual(other.Words.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        && Numbers.OrderBy(pair => pair.Key, StringComparer.Ordinal).SequenceEqual(other.Numbers.OrderBy(pair => pair.Key, StringComparer.Ordinal));
}

/// <summary>A part of a figure, and which of the return's records are behind it.</summary>
internal sealed record BodyPart(string By, string Name, long? Value, int Groups, IReadOnlyList<int> Records);

/// <summary>One figure of a return.</summary>
internal sealed record BodyFigure(Guid ItemId, string? Indicator, string Wording, string Definition, FigureUnit Unit)
{
    public long? Value { get; init; }

    /// <summary>Of the period before.</summary>
    public long? Before { get; init; }

    public long? Target { get; init; }

    public Aim Aim { get; init; }

    public long? Baseline { get; init; }

    public int Groups { get; init; }

    /// <summary>Which of the return's records are behind it.</summary>
    public IReadOnlyList<int> Records { get; init; } = [];

    public IReadOnlyList<BodyPart> Parts { get; init; } = [];

    /// <summary>Left out for readers outside, since it rests on fewer than five groups.</summary>
    public bool IsHidden { get; init; }

    public bool IsTypedIn => Indicator is null;
}

/// <summary>A story as it stood.</summary>
internal sealed record BodyStory(Guid Id, string Title, string Words, string Group);

/// <summary>All of a return: the same for the page, the files, the link and what is kept when it is sent.</summary>
internal sealed record ReturnBody(string Library, string Framework, string Funder, DateOnly First, DateOnly Last)
{
    public IReadOnlyList<BodyFigure> Figures { get; init; } = [];

    public IReadOnlyList<BehindRecord> Records { get; init; } = [];

    public string? Narrative { get; init; }

    public IReadOnlyList<BodyStory> Stories { get; init; } = [];

    public IEnumerable<BehindRecord> Behind(BodyFigure figure) => figure.Records.Select(at => Records[at]);

    public string Write() => JsonSerializer.Serialize(this, Kept);

    public static ReturnBody Read(string json) => JsonSerializer.Deserialize<ReturnBody>(json, Kept)!;

    // IsTypedIn is written for readers and not read; what a later version adds must not shut out what an earlier one wrote.
    private static readonly JsonSerializerOptions Kept = new(IndicatorLibrary.Form) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip, WriteIndented = false };
}
