using System.Globalization;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Standards.Tables;

namespace Trellis.Groups.Intake;

/// <summary>Reads the cells of a row and tells the run of each that could not be used: such a row comes in without that value.</summary>
internal readonly struct Cells(ImportRun run, Row row)
{
    private static readonly string[] Nothing = ["NA", "N/A", "n/a", "-", "—", "–", "null", "NULL", "None", "none", "No data", "Not known", "not known", "Unknown", "#N/A", "."];

    public string? Text(string? heading) => heading is not null && row[heading] is { } text && !Nothing.Contains(text) ? text : null;

    public DateOnly? Date(string? heading)
    {
        var text = Text(heading);
        if (text is null)
        {
            return null;
        }

        string[] forms = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd'T'HH:mm:ss", "dd/MM/yyyy HH:mm:ss", "d MMM yyyy", "dd MMMM yyyy"];
        if (DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        run.Warn(row, heading, text, "This is not a date that we can read", "Left out");
        return null;
    }

    public long? Pence(string? heading)
    {
        var text = Text(heading);
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(text.Replace("£", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var pounds) && Math.Abs(pounds) < 1_000_000_000_000m)
        {
            return (long)Math.Round(pounds * 100m);
        }

        run.Warn(row, heading, text, "This is not an amount of money that we can read", "Left out");
        return null;
    }

    public string? Postcode(string? heading)
    {
        var text = Text(heading);
        if (text is null)
        {
            return null;
        }

        if (Postcodes.Tidy(text) is { } postcode)
        {
            return postcode;
        }

        run.Warn(row, heading, text, "This is not a full postcode", "Left out");
        return null;
    }

    /// <summary>With http:// in front where the source leaves that out.</summary>
    public string? Website(string? heading)
    {
        var text = Text(heading);
        if (text is null)
        {
            return null;
        }

        if (Websites.Tidy(text) is { } address)
        {
            return address;
        }

        run.Warn(row, heading, text, "This is not the address of a website", "Left out");
        return null;
    }

    public string? Email(string? heading)
    {
        var text = Text(heading);
        if (text is null || (text.Count(sign => sign == '@') == 1 && !text.Contains(' ') && text.IndexOf('@') > 0 && text.LastIndexOf('.') > text.IndexOf('@') + 1))
        {
            return text;
        }

        run.Warn(row, heading, text, "This is not an e-mail address", "Left out");
        return null;
    }

    /// <summary>Millionths of a degree; null where there is none or it is outside the range.</summary>
    public int? Degrees(string? heading, int lowest, int highest)
    {
        var text = Text(heading);
        if (text is null)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && degrees >= lowest && degrees <= highest)
        {
            return (int)Math.Round(degrees * 1e6);
        }

        run.Warn(row, heading, text, "This is not a coordinate in the British Isles", "Left out");
        return null;
    }
}
