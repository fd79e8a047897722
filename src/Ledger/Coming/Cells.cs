using System.Globalization;

namespace Trellis.Ledger.Coming;

internal static class Cells
{
    public static long? Pence(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var pounds) ? (long)(pounds * 100) : null;

    public static DateOnly? Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? date : null;
}
