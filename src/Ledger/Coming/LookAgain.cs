using System.Data.Common;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Events;

namespace Trellis.Ledger.Coming;

/// <summary>
/// When organisations came in, changed or became one, asks again who each recipient is, and each funder that is known by another spelling: one that nobody knew
/// yesterday may be known today, and a name that only one had yesterday may mean either of two.
/// </summary>
internal sealed class LookAgain(Organisations organisations, Database database, WriteGate gate) : IHear<OrganisationsChanged>
{
    /// <summary>Who got or gave, and whom we took them for.</summary>
    /// <param name="HangsOnName">Nothing but the name speaks for whom they are joined to: where that no longer does, nothing does.</param>
    private sealed record Party(int Id, string Key, string Name, IReadOnlyList<string> Identifiers, string? Postcode, Guid? Known, bool HangsOnName)
    {
        public bool IsNews(Match? match) => match is null ? HangsOnName : match.OrganisationId != Known;
    }

    public async Task Hear(OrganisationsChanged fact, CancellationToken stop)
    {
        var who = await organisations.Load(fact.PlaceId, stop);
        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        await using var connection = await database.Open(stop);
        await Follow(connection, fact.PlaceId, stop);
        var recipients = News(await Recipients(connection, fact.PlaceId, stop), party => who.Find(party.Name, party.Identifiers, party.Postcode));
        var funders = News(await Funders(connection, fact.PlaceId, stop), party => Payers.AnySpelling(who, party.Name, party.Identifiers));
        await LeaveRecorded(recipients, funders, stop);
        if (recipients.Count + funders.Count == 0)
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using (var joining = OpenBook.JoiningRecipients(connection))
        {
            foreach (var (party, match) in recipients)
            {
                await joining.Run(stop, match?.OrganisationId, match?.By.ToString(), match?.Reason, party.Id);
            }

            await joining.Complete(stop);
        }

        await using (var joining = OpenBook.JoiningFunders(connection))
        {
            foreach (var (party, match) in funders)
            {
                await joining.Run(stop, match?.OrganisationId, party.Id);
            }

            await joining.Complete(stop);
        }

        await Stamps.Raise(connection, "ledger", stop);
        await transaction.CommitAsync(stop);
    }

    private static List<(Party Party, Match? Match)> News(List<Party> parties, Func<Party, Match?> find) =>
        [.. parties.Select(party => (Party: party, Match: find(party))).Where(found => found.Party.IsNews(found.Match))];

    /// <summary>A join that a list's own record of the organisation holds is for the directory to change, not for us.</summary>
    private async Task LeaveRecorded(List<(Party Party, Match? Match)> recipients, List<(Party Party, Match? Match)> funders, CancellationToken stop)
    {
        var doubtful = recipients.Where(found => found.Match is null).Concat(funders).Select(found => found.Party.Known!.Value).ToHashSet();
        var recorded = await organisations.Recorded(doubtful, stop);
        recipients.RemoveAll(found => found.Match is null && recorded.Contains((found.Party.Key, found.Party.Known!.Value)));
        funders.RemoveAll(found => recorded.Contains((found.Party.Key, found.Party.Known!.Value)));
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

    private static Task<List<Party>> Recipients(DbConnection connection, Guid placeId, CancellationToken stop) =>
        connection.Query(
            $"""
            SELECT id, key, name, identifiers, postcode, organisation_id,
                CASE WHEN organisation_id IS NOT NULL AND matched_by IN ('{nameof(MatchedBy.Name)}', '{nameof(MatchedBy.OtherName)}') AND merged_from IS NULL THEN 1 ELSE 0 END
            FROM ledger_recipient WHERE place_id = @place AND is_redacted = @no AND name <> ''
            """,
            row => new Party(
                row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3).Split(' ', StringSplitOptions.RemoveEmptyEntries), row.Text(4), row.IsDBNull(5) ? null : row.GetGuid(5),
                row.GetInt32(6) == 1),
            stop, ("place", placeId), ("no", false));

    /// <summary>Those that no record holds were known by the other ways to write their name.</summary>
    private static Task<List<Party>> Funders(DbConnection connection, Guid placeId, CancellationToken stop) =>
        connection.Query(
            "SELECT id, key, name, organisation_id FROM ledger_funder WHERE place_id = @place AND organisation_id IS NOT NULL AND merged_from IS NULL",
            row => new Party(row.GetInt32(0), row.GetString(1), row.GetString(2), Identifiers(row.GetString(1), row.GetString(2)), null, row.GetGuid(3), HangsOnName: true),
            stop, ("place", placeId));

    /// <summary>The number that a funder's key begins with, where it has one.</summary>
    private static string[] Identifiers(string key, string name) => key.EndsWith(" " + name, StringComparison.Ordinal) ? [key[..^(name.Length + 1)]] : [];
}
