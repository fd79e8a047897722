using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;
using Trellis.Platform.Web;

namespace Trellis.Groups.Documents;

/// <summary>Writes to a group's lead, and to nobody else, thirty days before one of its documents runs out and on its last day, once each.</summary>
internal sealed class WarnOfExpiry(Db db, Post post, PublicAddress address, Texts t, TimeProvider clock)
{
    public static readonly Job Job = new("warn-of-expiry", "Tell groups which of their documents run out", Rhythm.Daily(8, 10), (scope, stop) => scope.GetRequiredService<WarnOfExpiry>().Handle(stop));

    public async Task<string> Handle(CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var letters = 0;
        foreach (var id in await Due(today, stop))
        {
            letters += await Warn(id, today, stop);
        }

        return Post.Written(letters);
    }

    private Task<List<Guid>> Due(DateOnly today, CancellationToken stop)
    {
        var soon = today.AddDays(Validity.SoonDays);
        return db.Set<GroupDocument>().Where(one => (one.Warned == Warned.No && one.ExpiresOn <= soon) || (one.Warned == Warned.Soon && one.ExpiresOn <= today)).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(stop);
    }

    /// <summary>The letters and that they are written are saved together, one document after the other: a run that is broken off repeats nothing.</summary>
    private async Task<int> Warn(Guid documentId, DateOnly today, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var found = await (
            from document in db.Set<GroupDocument>()
            join organisation in db.Set<Organisation>() on document.OrganisationId equals organisation.Id
            where document.Id == documentId
            select new { document, organisation }).FirstOrDefaultAsync(stop);
        var leads = found is null ? [] : await db.LeadsOf(found.organisation.Id).AsNoTracking().ToListAsync(stop);
        if (found is null || leads.Count == 0)
        {
            return 0; // whoever becomes the lead is told then
        }

        var known = Validity.Known(found.document.ExpiresOn, today);
        if (found.document.Warned == known)
        {
            return 0; // another run was here meanwhile, or the document runs out later now
        }

        found.document.Warned = known;
        var site = await address.Of(db, found.organisation.PlaceId, stop);
        foreach (var lead in leads)
        {
            post.Queue(new(lead.Email, Subject(found.document, today), Text(found.document, found.organisation, today, site), PersonId: lead.Id, PlaceId: found.organisation.PlaceId));
        }

        return await db.SaveUnlessChanged(stop) ? leads.Count : 0; // changed at this moment: the next run looks again
    }

    private static string Subject(GroupDocument document, DateOnly today) => $"{DocumentWords.Of(document.Sort)}: {When(document, today)}";

    private static string When(GroupDocument document, DateOnly today) =>
        document.ExpiresOn < today ? $"ran out on {document.ExpiresOn:d MMMM yyyy}" : document.ExpiresOn == today ? "runs out today" : $"runs out on {document.ExpiresOn:d MMMM yyyy}";

    private string Text(GroupDocument document, Organisation group, DateOnly today, Uri site) =>
        $"""
        Among the documents of {group.Name}:

            {DocumentWords.Called(t, document.Sort, document.Title)}
            {When(document, today)}

        When you have the new one, put it in the place of the old one:

            {new Uri(site, $"/groups/{group.Slug}/documents")}

        Only the leads of the group get this letter.
        """;
}
