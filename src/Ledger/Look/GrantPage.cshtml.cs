using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trellis.Ledger.Book;
using Trellis.Ledger.Rows;
using Trellis.Ledger.Totals;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;

namespace Trellis.Ledger.Look;

/// <summary>One grant with all that its funder published, and where it stands in the file.</summary>
[AllowAnonymous]
internal sealed class GrantPageModel(Here here, Cubes cubes, Db db, Texts t) : MoneyPage(here, cubes, t)
{
    public Grant Grant { get; private set; } = null!;

    public Recipient Recipient { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    public Funder Funder { get; private set; } = null!;

    public Provenance? From { get; private set; }

    public async Task<IActionResult> OnGet(int id, CancellationToken stop)
    {
        await Read(stop);
        var found = await db.Set<Grant>().AsNoTracking().SingleOrDefaultAsync(grant => grant.Id == id && grant.PlaceId == Place.Id, stop);
        if (found is null)
        {
            return NotFound();
        }

        Grant = found;
        var account = await db.Accounts(Place.Id).AsNoTracking().SingleAsync(a => a.Id == found.AccountId, stop);
        Recipient = await db.Recipients(Place.Id).AsNoTracking().SingleAsync(recipient => recipient.Id == account.RecipientId, stop);
        Programme = await db.Set<Programme>().AsNoTracking().SingleAsync(programme => programme.Id == account.ProgrammeId, stop);
        Funder = await db.Set<Funder>().AsNoTracking().SingleAsync(funder => funder.Id == account.FunderId, stop);
        From = await Provenance.Of(db, found.IntakeId, stop);
        return Page();
    }

    public string RecipientName => Cube.Recipient(Recipient.Id) is { } at ? Names.Of(Side.Recipient, at) : Recipient.Name;

    /// <summary>The web address of the grant, where it is one that a browser may follow.</summary>
    public string? Link => Uri.TryCreate(Grant.Url, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https") ? url.ToString() : null;
}
