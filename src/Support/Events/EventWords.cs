using System.Globalization;
using Trellis.Platform;

namespace Trellis.Support.Events;

/// <summary>Times and prices as people read them.</summary>
internal static class EventWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Thursday 3 December 2026, 19:00 to 21:00.</summary>
    public static string When(EventSession session)
    {
        var (from, to) = (LocalTime.Of(session.StartsAt), LocalTime.Of(session.EndsAt));
        var end = from.Date == to.Date ? to.ToString("HH:mm", British) : to.ToString("dddd d MMMM, HH:mm", British);
        return string.Create(British, $"{from:dddd d MMMM yyyy, HH:mm} to {end}");
    }

    /// <summary>3 December 2026.</summary>
    public static string Day(DateTimeOffset instant) => LocalTime.Of(instant).ToString("d MMMM yyyy", British);

    /// <summary>3 December 2026, 19:00.</summary>
    public static string Moment(DateTimeOffset instant) => LocalTime.Of(instant).ToString("d MMMM yyyy, HH:mm", British);

    public static string Price(long pence) => pence == 0 ? "Free" : new Money(pence).ToString();

    public static string Where(Event of) => (of.Venue, of.OnlineLink) switch
    {
        (null, _) => "Online",
        ({ } venue, null) => venue,
        var (venue, _) => venue + ", or online",
    };

    public static string Of(EventKind kind) => kind switch
    {
        EventKind.Training => "Training",
        EventKind.Forum => "Forum",
        _ => "Another event",
    };

    public static string State(BookingState state) => state switch
    {
        BookingState.Booked => "Has a place",
        BookingState.Waiting => "Waits",
        BookingState.Offered => "Is offered a place",
        BookingState.Cancelled => "Cancelled",
        _ => "Did not answer in time",
    };
}
