using System.Text.RegularExpressions;
using Trellis.Standards.Values;

namespace Trellis.Support.Coming;

/// <summary>Reads days as another system wrote them, and says which of them could be read the other way round.</summary>
internal static partial class ReadDay
{
    public static Reading<DateOnly> Of(string? text, bool monthFirst) =>
        Read.Date(monthFirst && Slashed().Match(text ?? "") is { Success: true } match ? $"{match.Groups[2]}/{match.Groups[1]}/{match.Groups[3]}" : text);

    /// <summary>04/03/2025 is the fourth of March here and the third of April in America; 25/03/2025 is nothing but March, and 04/04/2025 is the same in both.</summary>
    public static bool IsAmbiguous(string? text) => Numbers(text) is var (first, second) && first is >= 1 and <= 12 && second is >= 1 and <= 12 && first != second;

    /// <summary>The month comes first where some days cannot be read otherwise, and none speaks against it.</summary>
    public static bool LooksMonthFirst(IEnumerable<string?> texts)
    {
        var all = texts.Select(Numbers).OfType<(int First, int Second)>().ToList();
        return all.Exists(one => one.Second > 12) && !all.Exists(one => one.First > 12);
    }

    private static (int First, int Second)? Numbers(string? text) => Slashed().Match(text ?? "") is { Success: true } match
        ? (int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
        : null;

    [GeneratedRegex(@"^\s*(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?!\d)")]
    private static partial Regex Slashed();
}
