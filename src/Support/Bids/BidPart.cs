using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Texts;
using Trellis.Support.Relationship;

namespace Trellis.Support.Bids;

/// <summary>The group's bids on the screen of its relationship.</summary>
internal sealed class BidPart(Db db, Texts t) : ISupportParts
{
    public int Order => 60;

    /// <summary>What is drawn.</summary>
    public sealed record Seen(OrganisationSummary Group, IReadOnlyList<Bid> Bids);

    public async Task<SupportPart?> For(OrganisationSummary group, CancellationToken stop) => new("bids", t["Bids"], "/Support/Bids/_BidPart.cshtml", new Seen(group,
        await db.Bids(group.PlaceId).AsNoTracking().Where(bid => bid.OrganisationId == group.Id).OrderByDescending(bid => bid.HelpedOn).ThenByDescending(bid => bid.Id).Take(5).ToListAsync(stop)));
}
