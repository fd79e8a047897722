using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Book;

internal static class LedgerTables
{
    public static IQueryable<Recipient> Recipients(this Db db, Guid placeId) => db.Set<Recipient>().Where(recipient => recipient.PlaceId == placeId);

    public static IQueryable<Account> Accounts(this Db db, Guid placeId) => db.Set<Account>().Where(account => account.PlaceId == placeId);

    public static void Build(ModelBuilder model)
    {
        model.Entity<Intake>().ToTable("ledger_intake");
        model.Entity<Funder>().ToTable("ledger_funder");
        model.Entity<Recipient>().ToTable("ledger_recipient");
        model.Entity<Payee>().ToTable("ledger_payee");
        model.Entity<Programme>().ToTable("ledger_programme");
        model.Entity<Unit>().ToTable("ledger_unit");
        model.Entity<Account>().ToTable("ledger_account");
        model.Entity<Payment>().ToTable("ledger_payment");
        model.Entity<Grant>().ToTable("ledger_grant");
        model.Entity<GrantElsewhere>().ToTable("ledger_grant_elsewhere").HasKey(elsewhere => new { elsewhere.GrantId, elsewhere.IntakeId });
    }
}
