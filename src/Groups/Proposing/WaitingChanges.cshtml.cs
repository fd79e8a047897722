using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Groups.Proposing;

/// <summary>The groups for which changes are proposed, the longest waiting first.</summary>
[Requires(GroupRules.ApproveChanges)]
internal sealed class WaitingChangesModel(Here here, Db db) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<(string Slug, string Name, int Count)> Groups { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var waiting = await (
            from proposal in db.Set<Proposal>()
            join organisation in db.Organisations(place.Id) on proposal.OrganisationId equals organisation.Id
            where proposal.PlaceId == place.Id && proposal.DecidedAt == null
            orderby proposal.ProposedAt, proposal.Id
            select new { organisation.Slug, organisation.Name }).Take(Most).ToListAsync(stop);
        Groups = [.. waiting.GroupBy(one => one).Select(group => (group.Key.Slug, group.Key.Name, group.Count()))];
    }
}
