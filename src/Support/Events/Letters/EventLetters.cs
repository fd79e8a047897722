using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Support.Events.Letters;

/// <summary>Puts a letter to somebody who booked into the queue, with links of their own where it needs one.</summary>
internal sealed class EventLetters(Post post, OneTimeLinks links, PublicAddress address)
{
    private static readonly TimeSpan Afterwards = TimeSpan.FromDays(60);

    /// <summary>What a letter can say about its event and its reader.</summary>
    /// <param name="Link">Makes a link that only its reader has.</param>
    public sealed record About(Event Event, IReadOnlyList<EventSession> Sessions, Booking Booking, Uri Site, Func<LinkPurpose, Uri> Link);

    public async Task Queue(OneAtATime.Desk desk, Booking booking, Func<About, (string Subject, string Text)> letter, CancellationToken stop)
    {
        if (booking.Email.Length == 0)
        {
            return; // erased meanwhile
        }

        var site = await address.Of(desk.Db, desk.Event.PlaceId, stop); // over the desk's own connection: while others wait for the desk, there may be no other
        var (subject, text) = letter(new(desk.Event, desk.Sessions, booking, site, purpose => Link(desk, booking, site, purpose)));
        post.Queue(new(booking.Email, subject, text, PlaceId: booking.PlaceId));
    }

    private Uri Link(OneAtATime.Desk desk, Booking booking, Uri site, LinkPurpose purpose)
    {
        var last = desk.Sessions.Count > 0 ? desk.Sessions.Max(session => session.EndsAt) : desk.Now;
        var life = (last > desk.Now ? last - desk.Now : TimeSpan.Zero) + Afterwards;
        var key = links.Make(new(purpose, life, booking.PlaceId, booking.Id, booking.Email));
        return new(site, (purpose == LinkPurpose.SayUsefulness ? "/usefulness?key=" : "/booking?key=") + key);
    }
}
