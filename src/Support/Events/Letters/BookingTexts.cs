using static Trellis.Support.Events.Letters.EventLetters;

namespace Trellis.Support.Events.Letters;

/// <summary>The letters about one's place at an event.</summary>
internal static class BookingTexts
{
    public static (string Subject, string Text) HasPlace(About about) => ($"You have a place: {about.Event.Title}",
        $"""
        {Hello(about)}

        You have a place at {about.Event.Title}.

        {Facts(about)}

        Put it into your calendar:

            {IntoCalendar(about)}

        If you cannot come, please give the place back, so that somebody else can have it:

            {about.Link(Platform.Access.LinkPurpose.ChangeBooking)}

        The link works once. If it was not you who booked, open it and give the place back.
        """);

    public static (string Subject, string Text) Waits(About about) => ($"You are on the waiting list: {about.Event.Title}",
        $"""
        {Hello(about)}

        All places at {about.Event.Title} are taken. You are on the waiting list. When a place becomes free and it is your turn, we write to you, and you have 24 hours to say yes.

        {Facts(about)}

        If you do not want to wait any longer:

            {about.Link(Platform.Access.LinkPurpose.ChangeBooking)}

        The link works once. If it was not you who booked, open it and leave the list.
        """);

    public static (string Subject, string Text) IsOffered(About about) => ($"A place is free for you: {about.Event.Title}",
        $"""
        {Hello(about)}

        A place at {about.Event.Title} has become free, and it is your turn. Say yes until {EventWords.Moment(about.Booking.OfferedUntil!.Value)}; after that it goes to the next who waits.

            {about.Link(Platform.Access.LinkPurpose.ChangeBooking)}

        {Facts(about)}
        """);

    public static (string Subject, string Text) Lapsed(About about) => ($"The place has gone to somebody else: {about.Event.Title}",
        $"""
        {Hello(about)}

        We held a place at {about.Event.Title} for you and did not hear from you in time, so it goes to the next who waits. If you still want to come, you can book again:

            {Page(about)}
        """);

    public static (string Subject, string Text) Left(About about) => ($"You are not booked any more: {about.Event.Title}",
        $"""
        {Hello(about)}

        You are not booked for {about.Event.Title} any more. If that was a mistake, you can book again:

            {Page(about)}
        """);

    internal static string Hello(About about) => $"Dear {about.Booking.Name},";

    internal static Uri Page(About about) => new(about.Site, "/events/" + about.Event.Slug);

    internal static Uri IntoCalendar(About about) => new(about.Site, $"/events/{about.Event.Slug}.ics");

    internal static string Facts(About about)
    {
        var lines = about.Sessions.Select(EventWords.When).ToList();
        if (about.Event.Venue is { } venue)
        {
            lines.Add(venue.ReplaceLineEndings(", "));
        }

        if (about.Event.OnlineLink is { } link && about.Booking.State == BookingState.Booked)
        {
            lines.Add("Online: " + link);
        }

        lines.Add("Price: " + EventWords.Price(about.Booking.PricePence));
        return string.Join("\n", lines.Select(line => "    " + line));
    }
}
