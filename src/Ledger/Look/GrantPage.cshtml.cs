using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trellis.Ledger.Book;
using Trellis.Ledger.Rows;
using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;

namespace Trellis.Ledger.Look;

/// <summary>One grant with all that its funder published, and where it stands in the file.</summary>
[AllowAnonymous]
internal sealed class GrantPageModel(Here here, Cubes cubes, Db db, Texts t) : MoneyPage(here, cubes, t)
{
    public Grant Grant { get; private set; } = null!;

    public RowAround Around { get; private set; } = null!;

    public async Task<IActionResult> OnGet(int id, CancellationToken stop)
    {
        await Read(stop);
        var found = await db.Set<Grant>().AsNoTracking().SingleOrDefaultAsync(grant => grant.Id == id && grant.PlaceId == Place.Id, stop);
        var around = found is null ? null : await RowAround.Of(db, Place.Id, found.AccountId, found.IntakeId, stop);
        if (found is null || around is null)
        {
            return NotFound();
        }

        Grant = found;
        Around = around;
        return Page();
    }

    public string RecipientName => NameOf(Around.Recipient);

    /// <summary>The web address of the grant, where it is one that a browser may follow.</summary>
    public string? Link => WebAddress.Link(Grant.Url);
}
