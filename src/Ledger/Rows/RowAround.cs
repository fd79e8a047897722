using Microsoft.EntityFrameworkCore;
using Trellis.Ledger.Book;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Rows;

/// <summary>What stands around one grant or payment: who got it, from whom, for what, and where the row came from.</summary>
internal sealed record RowAround(Recipient Recipient, Programme Programme, Funder Funder, Provenance? From)
{
    /// <summary>Null where the account is not of this place.</summary>
    public static async Task<RowAround?> Of(Db db, Guid placeId, int accountId, int intakeId, CancellationToken stop) =>
        await db.Accounts(placeId).AsNoTracking().SingleOrDefaultAsync(account => account.Id == accountId, stop) is not { } account
            ? null
            : new(
                await db.Recipients(placeId).AsNoTracking().SingleAsync(recipient => recipient.Id == account.RecipientId, stop),
                await db.Set<Programme>().AsNoTracking().SingleAsync(programme => programme.Id == account.ProgrammeId, stop),
                await db.Set<Funder>().AsNoTracking().SingleAsync(funder => funder.Id == account.FunderId, stop),
                await Provenance.Of(db, intakeId, stop));
}
