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

/// <summary>One payment with all that its file says, and where it stands there.</summary>
[AllowAnonymous]
internal sealed class PaymentPageModel(Here here, Cubes cubes, Db db, Texts t) : MoneyPage(here, cubes, t)
{
    public Payment Payment { get; private set; } = null!;

    public Recipient Recipient { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    public Funder Funder { get; private set; } = null!;

    public Unit? Unit { get; private set; }

    public Payee? Payee { get; private set; }

    public Provenance? From { get; private set; }

    public async Task<IActionResult> OnGet(int id, CancellationToken stop)
    {
        await Read(stop);
        var found = await db.Set<Payment>().AsNoTracking().SingleOrDefaultAsync(payment => payment.Id == id, stop);
        var account = found is null ? null : await db.Accounts(Place.Id).AsNoTracking().SingleOrDefaultAsync(a => a.Id == found.AccountId, stop);
        if (found is null || account is null)
        {
            return NotFound();
        }

        Payment = found;
        Recipient = await db.Recipients(Place.Id).AsNoTracking().SingleAsync(recipient => recipient.Id == account.RecipientId, stop);
        Programme = await db.Set<Programme>().AsNoTracking().SingleAsync(programme => programme.Id == account.ProgrammeId, stop);
        Funder = await db.Set<Funder>().AsNoTracking().SingleAsync(funder => funder.Id == account.FunderId, stop);
        Unit = await db.Set<Unit>().AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == found.UnitId, stop);
        Payee = await db.Set<Payee>().AsNoTracking().SingleOrDefaultAsync(payee => payee.Id == found.PayeeId, stop);
        From = await Provenance.Of(db, found.IntakeId, stop);
        return Page();
    }

    /// <summary>The recipient's name as the cube has it, or as in the file where it is in no total.</summary>
    public string RecipientName => Cube.Recipient(Recipient.Id) is { } at ? Names.Of(Side.Recipient, at) : Recipient.Name;

    public string ProgrammeName => Names.Of(new ProgrammePart(Programme.Id, Programme.Kind, Programme.Label, Programme.Code));
}
