using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Groups.Confirming;

/// <summary>Asks a group, by mail, whether its entry is still right: one link, one tap, no account.</summary>
internal sealed class AskToConfirm(Db db, Post post, OneTimeLinks links, Rates rates, TimeProvider clock)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(60);
    private static readonly TimeSpan NotBefore = TimeSpan.FromDays(3);

    /// <param name="Site">The address of this site, for the link.</param>
    /// <param name="ByWhom">The worker; null for the schedule or the group's own wish.</param>
    public sealed record Form(Guid PlaceId, Guid OrganisationId, Uri Site, Guid? ByWhom);

    /// <summary>To how many addresses it went.</summary>
    public async Task<Result<int>> Handle(Form form, CancellationToken stop)
    {
        if (await ReadStanding.Of(db, form.PlaceId, form.OrganisationId, stop) is not { } standing)
        {
            return new Problem("", "This group is not here any longer.");
        }

        var to = await Recipients(standing, stop);
        if (to.Count == 0)
        {
            return new Problem("", "There is no address to write to. Enter one on the group's entry; it need not be public.");
        }

        if (!await rates.Allow("ask-to-confirm:" + form.OrganisationId, 1, NotBefore, stop))
        {
            return new Problem("", "The group was asked within the last three days. Give it a little time.");
        }

        foreach (var email in to)
        {
            var key = links.Make(new(LinkPurpose.ConfirmEntry, LinkLife, form.PlaceId, form.OrganisationId, email, MadeBy: form.ByWhom));
            post.Queue(new(email, $"Is this still right? {standing.Group.Name}", Text(standing.Group, new(form.Site, "/confirm?key=" + key)), PlaceId: form.PlaceId));
        }

        var freshness = await db.Set<Freshness>().FirstOrDefaultAsync(one => one.OrganisationId == form.OrganisationId, stop)
            ?? db.Add(new Freshness { OrganisationId = form.OrganisationId, Unanswered = 0 }).Entity;
        freshness.Unanswered++;
        freshness.AskedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(stop);
        return to.Count;
    }

    /// <summary>The leads; where there are none, the group's own address, public or not.</summary>
    public async Task<IReadOnlyList<string>> Recipients(ReadStanding.Standing standing, CancellationToken stop)
    {
        var leads = await db.LeadsOf(standing.Group.Id).Select(person => person.Email).ToListAsync(stop);
        return leads.Count > 0 ? leads : EmailAddress.Tidy(standing.Composed.Email) is { } email ? [email] : [];
    }

    private static string Text(Organisation group, Uri link) =>
        $"""
        This is how {group.Name} stands in the directory of the place. Is it still right?

            {link}

        Open the link, look, and press one button. You need no account. If something has changed, you can put it right there.

        The link works once, for sixty days.
        """;
}
