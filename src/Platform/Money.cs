using System.Globalization;

namespace Trellis.Platform;

/// <summary>An amount of pounds sterling, held in whole pence so that sums are exact in every database.</summary>
public readonly record struct Money(long Pence) : IComparable<Money>
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static Money Zero => default;

    public static Money Pounds(long pounds) => new(checked(pounds * 100));

    public static Money operator +(Money left, Money right) => new(checked(left.Pence + right.Pence));

    public static Money operator -(Money left, Money right) => new(checked(left.Pence - right.Pence));

    public static bool operator <(Money left, Money right) => left.Pence < right.Pence;

    public static bool operator >(Money left, Money right) => left.Pence > right.Pence;

    public static bool operator <=(Money left, Money right) => left.Pence <= right.Pence;

    public static bool operator >=(Money left, Money right) => left.Pence >= right.Pence;

    public int CompareTo(Money other) => Pence.CompareTo(other.Pence);

    /// <summary>£1,234 or £1,234.50: pence only where there are any.</summary>
    public override string ToString() => (Pence / 100m).ToString(Pence % 100 == 0 ? "C0" : "C2", British);

    /// <summary>For charts and headlines: £950, £12,300, £1.2 million. Rounded, never exact.</summary>
    public string ToShortString()
    {
        var pounds = Math.Abs(Pence / 100m);
        var sign = Pence < 0 ? "-" : "";
        return pounds switch
        {
            >= 999_500_000m => $"{sign}£{(pounds / 1_000_000_000m).ToString("0.##", British)} billion",
            >= 999_500m => $"{sign}£{(pounds / 1_000_000m).ToString(pounds >= 9_995_000m ? "0" : "0.#", British)} million",
            >= 10_000m => $"{sign}£{(Math.Round(pounds / 100m) * 100m).ToString("N0", British)}",
            _ => $"{sign}£{pounds.ToString("N0", British)}",
        };
    }
}
