using Microsoft.EntityFrameworkCore;
using Trellis.Ledger.Book;
using Trellis.Ledger.Totals;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Rows;

/// <summary>Says from which sources the rows behind a total come. For what one recipient got: it looks at each of the rows.</summary>
internal sealed class MoneySources(Db db)
{
    public async Task<IReadOnlyList<Guid>> Of(Cube cube, MoneyFilter filter, CancellationToken stop)
    {
        var (granted, paid) = (cube.Accounts(filter, MoneyKind.Grants), cube.Accounts(filter, MoneyKind.Payments));
        var grants = db.Set<Grant>().Where(grant => grant.GoneOn == null && granted.Contains(grant.AccountId)).Select(grant => grant.IntakeId);
        var payments = db.Set<Payment>().Where(payment => payment.GoneOn == null && paid.Contains(payment.AccountId)).Select(payment => payment.IntakeId);
        return await db.Set<Intake>().Where(intake => grants.Contains(intake.Id) || payments.Contains(intake.Id)).Select(intake => intake.SourceId).Distinct().ToListAsync(stop);
    }
}
