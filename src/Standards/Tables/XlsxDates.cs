using System.Globalization;
using DocumentFormat.OpenXml.Packaging;

namespace Trellis.Standards.Tables;

/// <summary>Which cell styles show a number as a date, and the date such a number is.</summary>
internal sealed class XlsxDates(bool from1904)
{
    private readonly List<bool> styles = [];

    public static XlsxDates Read(WorkbookPart workbook, Archive archive, bool from1904)
    {
        var dates = new XlsxDates(from1904);
        if (workbook.WorkbookStylesPart is not { } styles)
        {
            return dates;
        }

        var formats = new Dictionary<int, bool>();
        using var part = new XlsxPart(styles, archive);
        var named = true;
        part.Begin();
        while (part.Next())
        {
            if (part.Is("cellStyleXfs") || part.Is("cellXfs"))
            {
                named = part.Is("cellStyleXfs");
            }
            else if (part.Is("numFmt") && Number(part["numFmtId"]) is { } id)
            {
                formats[id] = ShowsDate(part["formatCode"] ?? "");
            }
            else if (part.Is("xf") && !named)
            {
                var format = Number(part["numFmtId"]) ?? 0;
                dates.styles.Add(formats.TryGetValue(format, out var date) ? date : format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58));
            }
        }

        return dates;
    }

    public bool IsDate(string? style) => Number(style) is { } index && index >= 0 && index < styles.Count && styles[index];

    /// <summary>A day as 2023-04-01, a moment as 2023-04-01T09:30:00, a time of day as 09:30:00; null where the number is no date.</summary>
    public string? Text(double serial)
    {
        if (serial is < 0 or >= 2_958_466 || double.IsNaN(serial))
        {
            return null;
        }

        var seconds = Math.Round(serial * 86_400);
        if (serial < 1)
        {
            return TimeSpan.FromSeconds(seconds).ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture);
        }

        // The 1900 calendar of spreadsheets has a 29 February 1900 that never was.
        var first = from1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, serial < 60 ? 31 : 30);
        var moment = first.AddSeconds(seconds);
        return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A format shows a date when a letter of day, month, year, hour or second stands in it outside of quotes and brackets.</summary>
    private static bool ShowsDate(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '"' or '[':
                    var close = format.IndexOf(format[i] == '"' ? '"' : ']', i + 1);
                    if (format[i] == '[' && i + 1 < format.Length && "hmsHMS".Contains(format[i + 1], StringComparison.Ordinal))
                    {
                        return true;
                    }

                    i = close < 0 ? format.Length : close;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'd' or 'm' or 'y' or 'h' or 's' or 'D' or 'M' or 'Y' or 'H' or 'S':
                    return true;
                default:
                    break;
            }
        }

        return false;
    }
}
