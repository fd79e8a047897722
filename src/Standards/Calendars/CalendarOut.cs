using System.Globalization;
using System.Text;

namespace Trellis.Standards.Calendars;

/// <summary>Writes iCalendar files (RFC 5545), which every calendar program reads. Send them as text/calendar; charset=utf-8.</summary>
public static class CalendarOut
{
    private const int LongestLine = 75; // octets, without the line's end (section 3.1)

    /// <summary>The file's text. Lines end in CR LF and are folded at 75 octets, never within a letter.</summary>
    /// <param name="name">What the calendar is called where it is subscribed to.</param>
    /// <param name="product">Who wrote it, as in -//Trellis//Events//EN.</param>
    /// <param name="events">In any order.</param>
    public static string Write(string name, string product, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN", "VCALENDAR");
        Line(text, "VERSION", "2.0");
        Line(text, "PRODID", Escaped(product));
        Line(text, "CALSCALE", "GREGORIAN");
        Line(text, "METHOD", "PUBLISH");
        Line(text, "X-WR-CALNAME", Escaped(name));
        foreach (var one in events)
        {
            Write(text, one);
        }

        Line(text, "END", "VCALENDAR");
        return text.ToString();
    }

    private static void Write(StringBuilder text, CalendarEvent one)
    {
        Line(text, "BEGIN", "VEVENT");
        Line(text, "UID", Escaped(one.Uid));
        Line(text, "DTSTAMP", Utc(one.Changed));
        Line(text, "LAST-MODIFIED", Utc(one.Changed));
        Line(text, "SEQUENCE", one.Sequence.ToString(CultureInfo.InvariantCulture));
        Line(text, "DTSTART", Utc(one.Starts));
        Line(text, "DTEND", Utc(one.Ends));
        Line(text, "SUMMARY", Escaped(one.Summary));
        if (one.Description is { } description)
        {
            Line(text, "DESCRIPTION", Escaped(description));
        }

        if (one.Location is { } location)
        {
            Line(text, "LOCATION", Escaped(location));
        }

        if (one.Url is { } url)
        {
            Line(text, "URL", url.AbsoluteUri);
        }

        Line(text, "STATUS", one.IsCancelled ? "CANCELLED" : "CONFIRMED");
        Line(text, "END", "VEVENT");
    }

    /// <summary>An instant to the second (section 3.3.5, form 2).</summary>
    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Text as a value (section 3.3.11). Signs that may not be in a file at all are left out.</summary>
    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var letter in value.ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\\' or ';' or ',' => text.Append('\\').Append(letter),
                '\n' => text.Append("\\n"),
                '\t' => text.Append(letter),
                _ when char.IsControl(letter) => text,
                _ => text.Append(letter),
            };
        }

        return text.ToString();
    }

    /// <summary>One line of content, folded where it is longer than may be: what follows begins with a space.</summary>
    private static void Line(StringBuilder text, string name, string value)
    {
        var octets = 0;
        foreach (var letter in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(letter.ToString());
            octets += letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
