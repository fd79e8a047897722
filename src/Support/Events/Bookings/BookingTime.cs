namespace Trellis.Support.Events.Bookings;

/// <summary>When an event can be booked.</summary>
internal static class BookingTime
{
    /// <summary>Why it cannot be booked now, in a sentence; null where it can.</summary>
    public static string? WhyNot(Event of, IReadOnlyList<EventSession> sessions, DateTimeOffset now, bool byStaff = false)
    {
        if (of.CancelledAt is not null)
        {
            return "This event was cancelled. Look for another one.";
        }

        if (byStaff)
        {
            return null;
        }

        if (now < of.BookingOpensAt)
        {
            return $"Booking opens on {EventWords.Day(of.BookingOpensAt.Value)}. Please come back then.";
        }

        var closes = of.BookingClosesAt ?? (sessions.Count > 0 ? sessions[0].StartsAt : now);
        return now >= closes ? "Booking is over. If you still want to come, ask those who run the event." : null;
    }
}
