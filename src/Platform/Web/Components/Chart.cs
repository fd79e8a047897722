namespace Trellis.Platform.Web.Components;

/// <summary>Bars, longest usually first: how much each of some things is. Drawn by <c>&lt;bar-chart chart="…" /&gt;</c>, which is a table at the same time.</summary>
/// <param name="Title">What is seen, in a few words.</param>
/// <param name="CategoryHeading">What the rows are, as in Funder.</param>
/// <param name="ValueHeading">What is measured, as in Paid.</param>
/// <param name="Description">What it says or leaves out, in a sentence.</param>
public sealed record Chart(string Title, string CategoryHeading, string ValueHeading, IReadOnlyList<ChartRow> Rows, string? Description = null)
{
    /// <summary>What a full bar stands for, where that is known beforehand, as in 4 of 4; else the longest bar is full.</summary>
    public long? Full { get; init; }
}

/// <summary>One bar: its name, its length, the same as text for people, and where its records are.</summary>
public sealed record ChartRow(string Label, long Value, string Text, string? Url = null)
{
    /// <summary>All others, the unmatched, the redacted: shown, but set apart.</summary>
    public bool IsRest { get; init; }
}

/// <summary>Change over time, in at most four lines. Drawn by <c>&lt;line-chart chart="…" /&gt;</c> with its table beside it.</summary>
/// <param name="Axis">Writes the figures of the scale; whole numbers where null.</param>
public sealed record LineChart(
    string Title, string CategoryHeading, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series, string? Description = null, Func<long, string>? Axis = null);

/// <summary>One line: a value for each category, null where nothing is known.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartValue?> Values);

/// <summary>A number to draw, the same as text for people, and where its records are.</summary>
public sealed record ChartValue(long Value, string Text, string? Url = null);

/// <summary>From there to here, a row each: two years, two areas, promised and paid. Drawn by <c>&lt;dumbbell-chart chart="…" /&gt;</c>.</summary>
public sealed record DumbbellChart(
    string Title, string CategoryHeading, string FromHeading, string ToHeading, IReadOnlyList<DumbbellRow> Rows, string? Description = null)
{
    /// <summary>What the whole width stands for, where that is known beforehand; else the greatest value.</summary>
    public long? Full { get; init; }
}

public sealed record DumbbellRow(string Label, ChartValue? From, ChartValue? To, string? Url = null);
