using Trellis.Platform.Audit;
using Trellis.Reports.Counting;
using Trellis.Reports.Indicators;

namespace Trellis.Reports.Frameworks;

/// <summary>How often a funder wants a return.</summary>
internal enum Rhythm
{
    Month = 1,
    Quarter = 3,
    HalfYear = 6,
    Year = 12,
}

/// <summary>Which way a target points.</summary>
internal enum Aim
{
    AtLeast,
    AtMost,
}

/// <summary>What one funder asks for: its figures in its own words, with targets, and when.</summary>
internal sealed class Framework : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required string Name { get; set; }

    public required string Funder { get; set; }

    public required Rhythm Rhythm { get; set; }

    /// <summary>The first day of the first period: the first of a month.</summary>
    public required DateOnly StartsOn { get; set; }

    /// <summary>How many days after the period the return is due.</summary>
    public required int DueDays { get; set; }

    /// <summary>What the funder pays for one period; null where it does not matter.</summary>
    public long? PaysPence { get; set; }

    /// <summary>For frameworks that came with the product: what funders of this sort ask, and where they say it.</summary>
    public string? Sources { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;

    /// <summary>The periods that have begun by a day, the latest first.</summary>
    public IReadOnlyList<Period> Periods(DateOnly until)
    {
        var periods = new List<Period>();
        for (var first = StartsOn; first <= until && periods.Count < 240; first = first.AddMonths((int)Rhythm))
        {
            periods.Add(new(first, first.AddMonths((int)Rhythm).AddDays(-1)));
        }

        periods.Reverse();
        return periods;
    }

    public DateOnly DueOn(Period period) => period.Last.AddDays(DueDays);
}

/// <summary>One figure that a funder asks for.</summary>
internal sealed class FrameworkItem : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid FrameworkId { get; init; }

    /// <summary>Lower comes first.</summary>
    public required int Position { get; set; }

    /// <summary>The id of the indicator; null for a figure that is typed in.</summary>
    public required string? Indicator { get; set; }

    /// <summary>What the funder calls it.</summary>
    public required string Wording { get; set; }

    /// <summary>Of a figure that is typed in: what it means.</summary>
    public string? Definition { get; set; }

    public required FigureUnit Unit { get; set; }

    /// <summary>For one period.</summary>
    public long? Target { get; set; }

    public Aim Aim { get; set; }

    public long? Baseline { get; set; }

    /// <summary>By what it is told apart, with commas.</summary>
    public required string Breakdowns { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;

    public IReadOnlyList<string> By => Breakdowns.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
