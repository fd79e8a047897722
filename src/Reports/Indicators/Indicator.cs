using System.Text.Json.Serialization;

namespace Trellis.Reports.Indicators;

/// <summary>How a figure comes from records.</summary>
internal enum CountingRule
{
    /// <summary>Each record once.</summary>
    Records,

    /// <summary>Each group once, however many records it has.</summary>
    UniqueGroups,

    /// <summary>Each group that has its first such record ever in the period.</summary>
    NewGroups,

    /// <summary>The sum of a number; a record without it adds nothing.</summary>
    Sum,

    /// <summary>The mean of a number over the records that have it, in thousandths.</summary>
    Mean,

    /// <summary>The share of records that fulfil a condition, in thousandths.</summary>
    Share,

    /// <summary>The sum of pence for each pound that the framework pays in the period, in thousandths.</summary>
    PerPound,
}

/// <summary>In what a figure is told.</summary>
internal enum FigureUnit
{
    Number,

    /// <summary>Counted in minutes and told in hours.</summary>
    Hours,

    /// <summary>Counted in pence and told in pounds.</summary>
    Pounds,

    /// <summary>Thousandths, told as per cent.</summary>
    Percent,

    /// <summary>Thousandths, told with one decimal.</summary>
    Score,
}

/// <summary>A condition on a record: a word that is one of several, or a number between bounds.</summary>
internal sealed record Condition
{
    public string? Word { get; init; }

    public IReadOnlyList<string>? Is { get; init; }

    public string? Number { get; init; }

    public long? Least { get; init; }

    public long? Most { get; init; }
}

/// <summary>A condition on the groups that count: the ward, size, cause or deprivation fifth they are of.</summary>
internal sealed record GroupCondition
{
    public required string By { get; init; }

    public required IReadOnlyList<string> Is { get; init; }
}

/// <summary>A figure that funders ask for, defined once so that it means the same to all of them.</summary>
internal sealed record Indicator
{
    /// <summary>Its stable name in addresses, as in groups-supported.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>In one sentence.</summary>
    public required string Definition { get; init; }

    public required FigureUnit Unit { get; init; }

    public required CountingRule Rule { get; init; }

    public required string Counts { get; init; }

    public required string DoesNotCount { get; init; }

    /// <summary>By which day a record falls into a period.</summary>
    public required string Period { get; init; }

    /// <summary>The kind of records it is computed from.</summary>
    public required string Records { get; init; }

    public IReadOnlyList<Condition> Where { get; init; } = [];

    public IReadOnlyList<GroupCondition> GroupsWhere { get; init; } = [];

    /// <summary>What is summed, or of what the mean is taken.</summary>
    public string? Number { get; init; }

    /// <summary>Of a share: what the records counted in it fulfil.</summary>
    public IReadOnlyList<Condition> ShareWhere { get; init; } = [];

    /// <summary>By what it may be told apart: ward, size, cause, deprivation, or a word of its records.</summary>
    public required IReadOnlyList<string> Breakdowns { get; init; }

    [JsonIgnore]
    public string Url => "/indicators/" + Id;
}

/// <summary>All definitions, as published together under one version.</summary>
internal sealed record Library
{
    public required string Version { get; init; }

    public required DateOnly PublishedOn { get; init; }

    public required string Licence { get; init; }

    public required string LicenceUrl { get; init; }

    public required IReadOnlyList<Indicator> Indicators { get; init; }

    public Indicator? Find(string? id) => Indicators.FirstOrDefault(one => one.Id == id);
}
