using static Trellis.Support.Events.Letters.BookingTexts;
using static Trellis.Support.Events.Letters.EventLetters;

namespace Trellis.Support.Events.Letters;

/// <summary>The letters about an event itself, to all who booked.</summary>
internal static class EventTexts
{
    public static (string Subject, string Text) Cancelled(About about) => ($"Cancelled: {about.Event.Title}",
        $"""
        {Hello(about)}

        {about.Event.Title} does not take place.

        {Facts(about)}

        Why:

            {about.Event.CancelledWhy!.ReplaceLineEndings("\n    ")}

        You need do nothing; your booking is over. We are sorry.
        """);

    public static (string Subject, string Text) Changed(About about) => ($"Time or place has changed: {about.Event.Title}",
        $"""
        {Hello(about)}

        {about.Event.Title} is now:

        {Facts(about)}

        Put it into your calendar again:

            {IntoCalendar(about)}

        If you cannot come then, please say so:

            {about.Link(Platform.Access.LinkPurpose.ChangeBooking)}
        """);

    public static (string Subject, string Text) Reminder(About about) => ($"Soon: {about.Event.Title}",
        $"""
        {Hello(about)}

        You have a place at {about.Event.Title}.

        {Facts(about)}
        {(about.Event.Access is { } access ? $"\nGetting in and around:\n\n    {access.ReplaceLineEndings("\n    ")}\n" : "")}
        If you cannot come, please give the place back, so that somebody else can have it:

            {about.Link(Platform.Access.LinkPurpose.ChangeBooking)}
        """);

    public static (string Subject, string Text) HowUseful(About about) => ($"How useful was it? {about.Event.Title}",
        $"""
        {Hello(about)}

        Thank you for coming to {about.Event.Title}. How useful was it to you? It takes one tap, and a sentence if you like:

            {about.Link(Platform.Access.LinkPurpose.SayUsefulness)}

        Your certificate, to print or to show; whoever has this address can check it:

            {new Uri(about.Site, "/certificates/" + about.Booking.Certificate)}
        """);
}
