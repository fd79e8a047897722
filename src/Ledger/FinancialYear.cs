using System.Globalization;

namespace Trellis.Ledger;

/// <summary>A year as councils and most charities count it, from April to March, named by the calendar year it begins in.</summary>
internal readonly record struct FinancialYear(int Start) : IComparable<FinancialYear>
{
    public DateOnly First => new(Start, 4, 1);

    public DateOnly Last => new(Start + 1, 3, 31);

    public static FinancialYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>Reads 2025-26; null where it is anything else.</summary>
    public static FinancialYear? Parse(string? label)
    {
        if (label is not { Length: 7 } || label[4] != '-' || !int.TryParse(label.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var start) || start is < 1900 or > 9998)
        {
            return null;
        }

        var year = new FinancialYear(start);
        return year.ToString() == label ? year : null;
    }

    public static bool operator <(FinancialYear left, FinancialYear right) => left.Start < right.Start;

    public static bool operator >(FinancialYear left, FinancialYear right) => left.Start > right.Start;

    public static bool operator <=(FinancialYear left, FinancialYear right) => left.Start <= right.Start;

    public static bool operator >=(FinancialYear left, FinancialYear right) => left.Start >= right.Start;

    public int CompareTo(FinancialYear other) => Start.CompareTo(other.Start);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:0000}-{(Start + 1) % 100:00}");
}
