using Trellis.Groups.Contract;

namespace Trellis.Groups.Record;

/// <summary>An organisation as its source records together say it is, before it is put on the map.</summary>
internal sealed record Composed
{
    public required string Name { get; init; }

    public required OrganisationKind Kind { get; init; }

    public string? LegalForm { get; init; }

    public required Status Status { get; init; }

    public required bool IsListed { get; init; }

    /// <summary>All that said anything of it were lists that were taken back: its name is left, for what others have joined to it.</summary>
    public bool IsWithdrawn { get; init; }

    public string? Purpose { get; init; }

    public string? Cause { get; init; }

    public Reach? Reach { get; init; }

    public string? Website { get; init; }

    public string? Email { get; init; }

    public string? Telephone { get; init; }

    public string? Address { get; init; }

    /// <summary>As the source has it, for finding the ward; the organisation shows only the district where it may be a home.</summary>
    public string? Postcode { get; init; }

    public bool MayBeHome { get; init; }

    /// <summary>The ward that somebody named where nobody knows a postcode.</summary>
    public string? WardCode { get; init; }

    public DateOnly? RegisteredOn { get; init; }

    public DateOnly? RemovedOn { get; init; }

    public long? IncomePence { get; init; }

    public int? IncomeYear { get; init; }

    public required SizeBand SizeBand { get; init; }

    /// <summary>All names, the current one first.</summary>
    public required IReadOnlyList<NameFact> Names { get; init; }

    public required IReadOnlyList<(string Code, Teller By)> Identifiers { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Whose lists gave it those tags.</summary>
    public IReadOnlyList<Teller> TagsBy { get; init; } = [];

    public required IReadOnlyList<Fact> Facts { get; init; }

    public string? Helps { get; init; }

    public string? Contact { get; init; }

    public string? Languages { get; init; }

    public string? Accessibility { get; init; }

    /// <summary>Which fields the group or a worker keeps from the public.</summary>
    public required IReadOnlyList<Field> NotPublic { get; init; }
}
