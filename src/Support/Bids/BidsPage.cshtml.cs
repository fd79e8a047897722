using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Web;
using Trellis.Support.Plans;

namespace Trellis.Support.Bids;

/// <summary>The bids that a group was helped with, and where a new one is written down.</summary>
[Requires(BidServices.KeepBids)]
internal sealed class BidsPageModel(PlanDesk desk, Db db, KeepBid keep) : PageModel
{
    [BindProperty]
    public BidForm Form { get; set; } = new() { Outcome = nameof(BidOutcome.NotSubmitted) };

    [BindProperty]
    public Guid Ticket { get; set; }

    public OrganisationSummary Group { get; private set; } = null!;

    public IReadOnlyList<Bid> Bids { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        Ticket = Guid.CreateVersion7();
        return await Find(slug, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var added = await keep.Add(Group, Form, Ticket, desk.Me, stop);
        return added.Succeeded ? LocalRedirect($"/groups/{slug}/bids") : this.Again(added);
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await desk.Group(slug, stop) is not { } group)
        {
            return false;
        }

        Group = group;
        Bids = await db.Bids(group.PlaceId).AsNoTracking().Where(bid => bid.OrganisationId == group.Id).OrderByDescending(bid => bid.HelpedOn).ThenByDescending(bid => bid.Id).ToListAsync(stop);
        return true;
    }
}
