using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Web;
using Trellis.Support.Plans;

namespace Trellis.Support.Bids;

/// <summary>Where what became of a bid is written down.</summary>
[Requires(BidServices.KeepBids)]
internal sealed class ChangeBidModel(PlanDesk desk, Db db, KeepBid keep) : PageModel
{
    [BindProperty]
    public BidForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public OrganisationSummary Group { get; private set; } = null!;

    public Bid Bid { get; private set; } = null!;

    /// <summary>Somebody else saved since the form was opened.</summary>
    public bool Meanwhile { get; private set; }

    public async Task<IActionResult> OnGet(string slug, Guid bid, CancellationToken stop)
    {
        if (!await Find(slug, bid, stop))
        {
            return NotFound();
        }

        (Form, Version) = (BidForm.Of(Bid), Bid.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug, Guid bid, CancellationToken stop)
    {
        if (!await Find(slug, bid, stop))
        {
            return NotFound();
        }

        var changed = await keep.Change(Bid, Version, Form, stop);
        return !changed.Succeeded ? this.Again(changed)
            : changed.Value ? LocalRedirect($"/groups/{slug}/bids")
            : await Find(slug, bid, stop) ? Conflicting() : NotFound();
    }

    private PageResult Conflicting()
    {
        Meanwhile = true;
        Version = Bid.Version;
        return this.Outdated();
    }

    private async Task<bool> Find(string slug, Guid id, CancellationToken stop)
    {
        if (await desk.Group(slug, stop) is not { } group || await db.Bids(group.PlaceId).FirstOrDefaultAsync(bid => bid.Id == id && bid.OrganisationId == group.Id, stop) is not { } bid)
        {
            return false;
        }

        (Group, Bid) = (group, bid);
        return true;
    }
}
