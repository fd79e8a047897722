using System.Globalization;
using Trellis.Platform;
using Trellis.Platform.Measures;
using Trellis.Reports.Indicators;

namespace Trellis.Reports.Counting;

/// <summary>How a figure is written for people, and read from them.</summary>
internal static class FigureText
{
    public static string Write(FigureUnit unit, long value) => unit switch
    {
        FigureUnit.Hours => (value / 60m).ToString("N1"),
        FigureUnit.Pounds => MeasureText.Write(Unit.Pence, value),
        FigureUnit.Percent => MeasureText.Write(Unit.Share, value),
        FigureUnit.Score => (value / 1000m).ToString("N2"),
        _ => value.ToString("N0"),
    };

    /// <summary>What a person typed, in what is counted: 12.5 hours are 750 minutes. Null where it is no number, or not one of this unit.</summary>
    public static long? Read(FigureUnit unit, string? typed)
    {
        var text = (typed ?? "").Trim().TrimStart('£').TrimEnd('%').Trim().Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number is < 0 or > 1_000_000_000)
        {
            return null;
        }

        var exact = number * unit switch { FigureUnit.Hours => 60, FigureUnit.Pounds => 100, FigureUnit.Percent => 10, FigureUnit.Score => 1000, _ => 1 };
        return unit == FigureUnit.Number && exact != decimal.Truncate(exact) ? null : (long)Math.Round(exact, MidpointRounding.AwayFromZero);
    }

    /// <summary>As a field of a form holds it.</summary>
    public static string Field(FigureUnit unit, long value) =>
        (value / (unit switch { FigureUnit.Hours => 60m, FigureUnit.Pounds => 100m, FigureUnit.Percent => 10m, FigureUnit.Score => 1000m, _ => 1m })).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Title(FigureUnit unit) => unit switch
    {
        FigureUnit.Hours => "hours",
        FigureUnit.Pounds => "pounds",
        FigureUnit.Percent => "per cent",
        FigureUnit.Score => "a score",
        _ => "a number",
    };
}
