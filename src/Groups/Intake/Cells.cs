using Trellis.Groups.Contract;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Standards.Tables;
using Trellis.Standards.Values;

namespace Trellis.Groups.Intake;

/// <summary>Reads the cells of a row and tells the run of each that was mended or could not be used: such a row comes in without that value.</summary>
internal readonly struct Cells(ImportRun run, Row row)
{
    public string? Text(string? heading) => heading is null ? null : Standards.Values.Text.OrBlank(row[heading]);

    /// <summary>A name; one that is too long to be one is left out.</summary>
    public string? Name(string? heading)
    {
        if (Text(heading) is not { } name || !LongNames.IsTooLong(name))
        {
            return Text(heading);
        }

        run.Warn(row, heading, name, "This is longer than 300 letters, as no name is", "Left out");
        return null;
    }

    public long? Pence(string? heading) => heading is null ? null : Value(heading, Read.Pence(row[heading]));

    public string? Website(string? heading) => heading is null ? null : Value(heading, Read.Website(row[heading]));

    public string? Email(string? heading) => heading is null ? null : Value(heading, Read.Email(row[heading]));

    public string? Telephone(string? heading) => heading is null ? null : Value(heading, Read.Telephone(row[heading]));

    /// <summary>A full postcode. The first half of one is no fault, but says too little.</summary>
    public string? Postcode(string? heading)
    {
        if (heading is null)
        {
            return null;
        }

        var reading = Read.PostcodeOrPart(row[heading]);
        if (reading.Value is { Part: < Standards.Values.PostcodePart.Unit })
        {
            run.Note(row, heading, row[heading], "This is only the first part of a postcode", "Not used to find the ward");
            return null;
        }

        return Value(heading, reading)?.Value;
    }

    /// <summary>The spot on the map; null where there is none.</summary>
    public Point? Spot(string? latitude, string? longitude) =>
        latitude is not null && longitude is not null && Value(latitude, Read.Coordinates(row[latitude], row[longitude])) is { } spot
            ? new Point(spot.Latitude, spot.Longitude)
            : null;

    private T? Value<T>(string heading, Reading<T> reading)
        where T : struct
    {
        Tell(heading, reading.Fault, reading.Note);
        return reading.Value;
    }

    private string? Value(string heading, TextReading reading)
    {
        Tell(heading, reading.Fault, reading.Note);
        return reading.Value;
    }

    private void Tell(string heading, string? fault, string? note)
    {
        if (fault is not null)
        {
            run.Warn(row, heading, row[heading], fault, "Left out");
        }
        else if (note is not null)
        {
            run.Note(row, heading, row[heading], note, "Mended");
        }
    }
}
