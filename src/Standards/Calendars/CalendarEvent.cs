namespace Trellis.Standards.Calendars;

/// <summary>One thing in a calendar, from an instant to another.</summary>
/// <param name="Uid">Its name for ever, unlike any other in the world, as in 0198@trellis.example.org.</param>
/// <param name="Starts">When it begins; written in UTC, so that no calendar can get the hour wrong.</param>
/// <param name="Ends">When it ends.</param>
/// <param name="Summary">Its title.</param>
public sealed record CalendarEvent(string Uid, DateTimeOffset Starts, DateTimeOffset Ends, string Summary)
{
    /// <summary>When this was last changed.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>How often time or place have changed: a calendar that knows a lower number takes this one.</summary>
    public int Sequence { get; init; }

    /// <summary>What it is, in plain text of any length.</summary>
    public string? Description { get; init; }

    /// <summary>Where it is.</summary>
    public string? Location { get; init; }

    /// <summary>Where there is more to read.</summary>
    public Uri? Url { get; init; }

    /// <summary>It does not take place: calendars that hold it strike it out.</summary>
    public bool IsCancelled { get; init; }
}
