using System.Globalization;

namespace Trellis.Standards.Values;

/// <summary>How much of a date is known.</summary>
public enum DatePart
{
    /// <summary>The day is known.</summary>
    Day,
    /// <summary>Only the month is known.</summary>
    Month,
    /// <summary>Only the year is known.</summary>
    Year,
}

/// <summary>A date of which perhaps only the month or the year is known; the day is then the first of it.</summary>
public readonly record struct PartialDate(DateOnly First, DatePart Known)
{
    /// <summary>The last day it can be.</summary>
    public DateOnly Last => Known switch
    {
        DatePart.Day => First,
        DatePart.Month => First.AddMonths(1).AddDays(-1),
        _ => First.AddYears(1).AddDays(-1),
    };

    /// <summary>As in ISO 8601: 2023-04-01, 2023-04 or 2023.</summary>
    public override string ToString() => First.ToString(
        Known switch { DatePart.Day => "yyyy-MM-dd", DatePart.Month => "yyyy-MM", _ => "yyyy" }, CultureInfo.InvariantCulture);
}
