using System.Globalization;

namespace Trellis.Platform.Exchange;

/// <summary>How values are written in files: the same for every reader, whatever language the page is in.</summary>
internal static class DownloadValue
{
    /// <summary>A number as digits with a full stop; null for what is no number.</summary>
    public static string? Number(object value) => value switch
    {
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        Money money => (money.Pence / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        _ => null,
    };

    public static string Text(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        bool yes => yes ? "yes" : "no",
        _ => value.ToString() ?? "",
    };

    /// <summary>What a spreadsheet would take for a formula gets an apostrophe before it, so that it stays text.</summary>
    public static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;
}
