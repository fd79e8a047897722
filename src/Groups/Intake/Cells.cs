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

        var letters = string.Concat(text.Where(char.IsAsciiLetterOrDigit));
        if (letters.Length >= 5 && letters[^3] is 'O' or 'o' && Postcodes.Tidy($"{letters[..^3]}0{letters[^2..]}") is { } mended)
        {
            run.Note(row, heading, text, "The letter O stands for the digit 0", $"Read as {mended}");
            return mended;
        }

        if (letters.Length <= 4 && Postcodes.Tidy(letters + "1AA") is not null)
        {
            run.Note(row, heading, text, "This is only the first half of a postcode", "Not used to find the ward");
            return null;
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

    /// <summary>The spot on the map; null where there is none or it is outside the British Isles.</summary>
    public Point? Spot(string? latitude, string? longitude)
    {
        if (Text(latitude) is not { } north || Text(longitude) is not { } east)
        {
            return null;
        }

        if (Degrees(north) is { } up && Degrees(east) is { } across)
        {
            if (IsHere(up, across))
            {
                return Point.At(up, across);
            }

            if (IsHere(across, up))
            {
                run.Note(row, latitude, north, "Latitude and longitude stand in each other's place", "Changed round");
                return Point.At(across, up);
            }
        }

        run.Warn(row, latitude, $"{north}, {east}", "This is not a spot in the British Isles", "Left out");
        return null;
    }

    private static double? Degrees(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    private static bool IsHere(double latitude, double longitude) => latitude is > 49 and < 61 && longitude is > -9 and < 2;
}
