using System.Text;
using Trellis.Standards.Calendars;

namespace Trellis.Tests.Standards;

/// <summary>What calendars read of us keeps the rules of RFC 5545.</summary>
public sealed class CalendarOutTests
{
    private static readonly DateTimeOffset At = new(2026, 12, 3, 20, 0, 0, TimeSpan.FromHours(1));

    private static readonly CalendarEvent Evening = new("1@example.org", At, At.AddHours(2), "Money; budgets, and \\more\nTwo\u0007") { Changed = At.AddDays(-9), Sequence = 3, Location = "Sale", Url = new("https://example.org/a b") };

    [Fact]
    public void An_event_is_written_in_utc_with_its_text_escaped() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//A//B//EN
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        X-WR-CALNAME:All
        BEGIN:VEVENT
        UID:1@example.org
        DTSTAMP:20261124T190000Z
        LAST-MODIFIED:20261124T190000Z
        SEQUENCE:3
        DTSTART:20261203T190000Z
        DTEND:20261203T210000Z
        SUMMARY:Money\; budgets\, and \\more\nTwo
        LOCATION:Sale
        URL:https://example.org/a%20b
        STATUS:CONFIRMED
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"), CalendarOut.Write("All", "-//A//B//EN", [Evening]));

    [Fact]
    public void What_is_cancelled_says_so() => Assert.Contains("\r\nSTATUS:CANCELLED\r\n", CalendarOut.Write("", "", [Evening with { IsCancelled = true }]), StringComparison.Ordinal);

    [Theory]
    [InlineData("a", 400)]
    [InlineData("é", 300)]
    [InlineData("日", 200)]
    [InlineData("🎉", 100)]
    [InlineData("a🎉é,", 90)]
    public void Long_lines_are_folded_at_75_octets_and_never_within_a_letter(string letter, int times)
    {
        var text = string.Concat(Enumerable.Repeat(letter, times));
        var written = CalendarOut.Write("", "", [Evening with { Description = text }]);
        foreach (var line in written.Split("\r\n"))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75);
            Assert.Equal(line, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line))); // no half letters
        }

        Assert.DoesNotContain('\n', written.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Contains("DESCRIPTION:" + text.Replace(",", "\\,", StringComparison.Ordinal) + "\r\n", written.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
