using System.Data.Common;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Events;

namespace Trellis.Ledger.Coming;

/// <summary>When organisations came in, changed or became one, asks again who each recipient is: one that nobody knew yesterday may be known today.</summary>
internal sealed class LookAgain(Organisations organisations, Database database, WriteGate gate) : IHear<OrganisationsChanged>
{
    public async Task Hear(OrganisationsChanged fact, CancellationToken stop)
    {
        var who = await organisations.Load(fact.PlaceId, stop);
        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        await using var connection = await database.Open(stop);
        await Follow(connection, fact.PlaceId, stop);
        var news = (await Named(connection, fact.PlaceId, stop))
            .Select(recipient => (recipient.Id, recipient.Known, Match: who.Find(recipient.Name, recipient.Identifiers, recipient.Postcode)))
            .Where(found => found.Match is not null && found.Match.OrganisationId != found.Known).ToList();
        if (news.Count == 0)
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using (var joining = OpenBook.JoiningRecipients(connection))
        {
            foreach (var (id, _, match) in news)
            {
                await joining.Run(stop, match!.OrganisationId, match.By.ToString(), match.Reason, id);
            }

            await joining.Complete(stop);
        }

        await Stamps.Raise(connection, "ledger", stop);
        await transaction.CommitAsync(stop);
    }

    private static async Task Follow(DbConnection connection, Guid placeId, CancellationToken stop)
    {
        await using var transaction = await connection.BeginTransactionAsync(stop);
        if (await FollowMerges.Handle(connection, placeId, stop))
        {
            await Stamps.Raise(connection, "ledger", stop);
            await transaction.CommitAsync(stop);
        }
    }

    private static Task<List<(int Id, string Name, string[] Identifiers, string? Postcode, Guid? Known)>> Named(
        DbConnection connection, Guid placeId, CancellationToken stop) =>
        connection.Query(
            "SELECT id, name, identifiers, postcode, organisation_id FROM ledger_recipient WHERE place_id = @place AND is_redacted = @no AND name <> ''",
            row => (row.GetInt32(0), row.GetString(1), row.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries), row.Text(3), row.IsDBNull(4) ? (Guid?)null : row.GetGuid(4)),
            stop, ("place", placeId), ("no", false));
}
