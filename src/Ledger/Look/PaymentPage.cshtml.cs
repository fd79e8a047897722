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

    public RowAround Around { get; private set; } = null!;

    public Unit? Unit { get; private set; }

    public Payee? Payee { get; private set; }

    public async Task<IActionResult> OnGet(int id, CancellationToken stop)
    {
        await Read(stop);
        var found = await db.Set<Payment>().AsNoTracking().SingleOrDefaultAsync(payment => payment.Id == id, stop);
        var around = found is null ? null : await RowAround.Of(db, Place.Id, found.AccountId, found.IntakeId, stop);
        if (found is null || around is null)
        {
            return NotFound();
        }

        Payment = found;
        Around = around;
        Unit = await db.Set<Unit>().AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == found.UnitId, stop);
        Payee = await db.Set<Payee>().AsNoTracking().SingleOrDefaultAsync(payee => payee.Id == found.PayeeId, stop);
        return Page();
    }

    public string RecipientName => NameOf(Around.Recipient);

    public string ProgrammeName => Names.Of(new ProgrammePart(Around.Programme.Id, Around.Programme.Kind, Around.Programme.Label, Around.Programme.Code));
}
