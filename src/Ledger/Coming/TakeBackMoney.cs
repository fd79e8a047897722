using Trellis.Platform.Data;
using Trellis.Platform.Exchange.Bringing;

namespace Trellis.Ledger.Coming;

/// <summary>Marks the payments and grants of a list that is taken back as gone: they stay, and count in no total. A grant that another list has too counts from there.</summary>
internal sealed class TakeBackMoney : ITakeBack
{
    public async Task Handle(Withdrawal withdrawal, CancellationToken stop)
    {
        var (connection, source) = (withdrawal.Connection, withdrawal.Source.Id);
        if (await connection.Value<long>("SELECT count(*) FROM ledger_intake WHERE source_id = @source", stop, ("source", source)) == 0)
        {
            return;
        }

        var book = await OpenBook.Open(connection, withdrawal.Place.Id, stop);
        var payments = await KnownRows.Read(connection, "ledger_payment", source, stop);
        await Gone.Mark(connection, withdrawal.Now, book, "ledger_payment", payments.NotMet(), stop);
        var grants = await KnownGrants.Read(connection, withdrawal.Place.Id, source, stop);
        await GrantsElsewhere.Forget(connection, source, stop);
        await Gone.Mark(connection, withdrawal.Now, book, "ledger_grant", await GrantsElsewhere.HandOver(connection, grants.NotMet, stop), stop);
        await book.Settle(connection, stop);
    }
}
