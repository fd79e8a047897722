using System.Globalization;

namespace Trellis.Platform.Measures;

/// <summary>How a measure's value is written for people.</summary>
public static class MeasureText
{
    public static string Write(Unit unit, long value) => unit switch
    {
        Unit.Pence => Whole(new Money(value)),
        Unit.PencePerHead => (value / 100m).ToString("C2", CultureInfo.GetCultureInfo("en-GB")),
        Unit.Share => (value / 10m).ToString("0.0") + "%",
        Unit.Rate => (value / 1000m).ToString("N1"),
        _ => value.ToString("N0"),
    };

    // A total of thousands of payments is read in pounds; its pence are in the download.
    private static string Whole(Money money) => Money.Pounds((long)Math.Round(money.Pence / 100m, MidpointRounding.AwayFromZero)).ToString();
}
