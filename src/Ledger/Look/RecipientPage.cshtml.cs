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

/// <summary>One recipient: what it got by year, by funder and for what, and why we think who it is.</summary>
[AllowAnonymous]
internal sealed class RecipientPageModel(Here here, Cubes cubes, ReadRows rows, Db db, Texts t) : MoneyPage(here, cubes, t)
{
    private const int Latest = 10;

    public RecipientPart Recipient { get; private set; } = null!;

    /// <summary>The names under which the files have it, each with the reason why it is joined.</summary>
    public IReadOnlyList<Recipient> Spellings { get; private set; } = [];

    public IReadOnlyList<MoneyRow> Rows { get; private set; } = [];

    /// <summary>What of it the recipient granted on in the same year: with all money it is counted there.</summary>
    public long PassedOn { get; private set; }

    /// <summary>Whose page it is, is no choice.</summary>
    public override MoneyFilter Chosen => Filter with { Recipient = null };

    public async Task<IActionResult> OnGet(int id, CancellationToken stop)
    {
        await Read(stop);
        if (Cube.Recipient(id) is not { } at)
        {
            return NotFound();
        }

        Recipient = Cube.Recipients[at];
        Narrow(Filter with { Recipient = Recipient.Id });
        PassedOn = Cube.PassedOn(Filter);
        Rows = await rows.Page(Cube, Filter, null, Latest, stop);
        var organisation = Recipient.OrganisationId;
        Spellings = await db.Recipients(Place.Id).AsNoTracking()
            .Where(spelling => spelling.Id == id || (organisation != null && spelling.OrganisationId == organisation)).OrderBy(spelling => spelling.Name).ToListAsync(stop);
        return Page();
    }
}
