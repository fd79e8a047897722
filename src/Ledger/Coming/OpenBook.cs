using System.Data.Common;
using Trellis.Groups.Contract;
using Trellis.Ledger.Book;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Coming;

/// <summary>The ledger's nouns and accounts in memory while a file comes in: finds or adds, and writes what is new before the rows that need it.</summary>
internal sealed class OpenBook
{
    private readonly Guid placeId;
    private Dictionary<int, AccountLine>? numbered;

    private OpenBook(Guid placeId) => this.placeId = placeId;

    public required Nouns<string, FunderLine> Funders { get; init; }

    public required Nouns<string, RecipientLine> Recipients { get; init; }

    public required Nouns<(int Recipient, string? Number, string? Vat), int> Payees { get; init; }

    public required Nouns<(MoneyKind Kind, string Key), int> Programmes { get; init; }

    public required Nouns<(string Label, string? Code), int> Units { get; init; }

    public required Nouns<AccountKey, AccountLine> Accounts { get; init; }

    /// <summary>True once anything was written.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Reads the place's nouns. Whoever opens the book first writes first: another import waits here until this one has ended.</summary>
    public static async Task<OpenBook> Open(DbConnection connection, Guid placeId, CancellationToken stop)
    {
        await Stamps.Hold(connection, "ledger", stop);
        return new(placeId)
        {
            Funders = await Nouns<string, FunderLine>.Read(
                connection, "ledger_funder", "key, id, organisation_id", placeId, row => (row.GetString(0), new(row.GetInt32(1), Id(row, 2))), stop),
            Recipients = await Nouns<string, RecipientLine>.Read(
                connection, "ledger_recipient", "key, id, organisation_id", placeId, row => (row.GetString(0), new(row.GetInt32(1), Id(row, 2))), stop),
            Payees = await Nouns<(int, string?, string?), int>.Read(
                connection, "ledger_payee", "recipient_id, number, vat_number, id", null, row => ((row.GetInt32(0), row.Text(1), row.Text(2)), row.GetInt32(3)), stop),
            Programmes = await Nouns<(MoneyKind, string), int>.Read(
                connection, "ledger_programme", "kind, key, id", placeId, row => ((Enum.Parse<MoneyKind>(row.GetString(0)), row.GetString(1)), row.GetInt32(2)), stop),
            Units = await Nouns<(string, string?), int>.Read(
                connection, "ledger_unit", "label, code, id", placeId, row => ((row.GetString(0), row.Text(1)), row.GetInt32(2)), stop),
            Accounts = await Nouns<AccountKey, AccountLine>.Read(
                connection, "ledger_account", "kind, funder_id, year, recipient_id, programme_id, area_code, id", placeId,
                row => (new(Enum.Parse<MoneyKind>(row.GetString(0)), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetString(5)), new(row.GetInt32(6))),
                stop),
        };
    }

    public FunderLine Funder(string key, string name) => Funders.TryGet(key, out var known)
        ? known
        : Funders.Add(key, id => new(id, null), id => [id, placeId, key, name, null]);

    public RecipientLine AddRecipient(string key, RecipientDetails details) => Recipients.Add(key, id => new(id, details.Match?.OrganisationId), id =>
    [
        id, placeId, key, details.Name, string.Join(' ', details.Identifiers), details.Postcode, details.IsRedacted,
        details.Match?.OrganisationId, details.Match?.By.ToString(), details.Match?.Reason,
    ]);

    public int Programme(MoneyKind kind, string key, string label, string? code) => Programmes.TryGet((kind, key), out var known)
        ? known
        : Programmes.Add((kind, key), id => id, id => [id, placeId, kind.ToString(), key, label, code]);

    public int Unit(string label, string? code) => Units.TryGet((label, code), out var known)
        ? known
        : Units.Add((label, code), id => id, id => [id, placeId, label, code]);

    public int Payee(int recipient, string? number, string? vat) => Payees.TryGet((recipient, number, vat), out var known)
        ? known
        : Payees.Add((recipient, number, vat), id => id, id => [id, recipient, number, vat]);

    public AccountLine Account(AccountKey key) => Accounts.TryGet(key, out var known)
        ? known
        : Accounts.Add(key, id => new(id), id =>
            [id, placeId, key.Kind.ToString(), key.Funder, key.Year, key.Recipient, key.Programme, key.Area, 0, 0L]);

    public AccountLine AccountNumbered(int id) => (numbered ??= Accounts.Values.ToDictionary(account => account.Id))[id];

    /// <summary>Writes the nouns and accounts that rows are about to refer to.</summary>
    public async Task Flush(DbConnection connection, CancellationToken stop)
    {
        HasChanged |= await Funders.Flush(connection, "ledger_funder", ["id", "place_id", "key", "name", "organisation_id"], stop);
        HasChanged |= await Recipients.Flush(
            connection, "ledger_recipient",
            ["id", "place_id", "key", "name", "identifiers", "postcode", "is_redacted", "organisation_id", "matched_by", "reason"], stop);
        HasChanged |= await Payees.Flush(connection, "ledger_payee", ["id", "recipient_id", "number", "vat_number"], stop);
        HasChanged |= await Programmes.Flush(connection, "ledger_programme", ["id", "place_id", "kind", "key", "label", "code"], stop);
        HasChanged |= await Units.Flush(connection, "ledger_unit", ["id", "place_id", "label", "code"], stop);
        HasChanged |= await Accounts.Flush(
            connection, "ledger_account",
            ["id", "place_id", "kind", "funder_id", "year", "recipient_id", "programme_id", "area_code", "row_count", "pence"], stop);
    }

    /// <summary>Adds to the accounts what the rows changed, and tells whoever keeps totals in memory, if anything did change.</summary>
    public async Task Settle(DbConnection connection, CancellationToken stop)
    {
        await Flush(connection, stop);
        await using var adding = new Repeated(connection, "UPDATE ledger_account SET row_count = row_count + @rows, pence = pence + @pence WHERE id = @id", "rows", "pence", "id");
        foreach (var account in Accounts.Values.Where(account => account.Rows != 0 || account.Pence != 0))
        {
            HasChanged = true;
            await adding.Run(stop, account.Rows, account.Pence, account.Id);
        }

        await adding.Complete(stop);
        if (HasChanged)
        {
            await Stamps.Raise(connection, "ledger", stop);
        }
    }

    /// <summary>Says which organisation each recipient is, by their keys, where that is news.</summary>
    public async Task JoinRecipients(DbConnection connection, IReadOnlyDictionary<string, Match> matches, CancellationToken stop)
    {
        await using var joining = JoiningRecipients(connection);
        foreach (var (key, match) in matches)
        {
            if (Recipients.TryGet(key, out var line) && line.OrganisationId != match.OrganisationId)
            {
                Recipients[key] = line with { OrganisationId = match.OrganisationId };
                HasChanged = true;
                await joining.Run(stop, match.OrganisationId, match.By.ToString(), match.Reason, line.Id);
            }
        }

        await joining.Complete(stop);
    }

    /// <summary>Says of one recipient after the other who it is: the organisation, how it was found, why, and the recipient's number.</summary>
    public static Repeated JoiningRecipients(DbConnection connection) => new(
        connection, "UPDATE ledger_recipient SET organisation_id = @organisation, merged_from = NULL, matched_by = @by, reason = @reason WHERE id = @id", "organisation", "by", "reason", "id");

    /// <summary>Says which organisation each funder is, by their keys, where that is news.</summary>
    public async Task JoinFunders(DbConnection connection, IReadOnlyDictionary<string, Match> matches, CancellationToken stop)
    {
        await using var joining = JoiningFunders(connection);
        foreach (var (key, match) in matches)
        {
            if (Funders.TryGet(key, out var line) && line.OrganisationId != match.OrganisationId)
            {
                Funders[key] = line with { OrganisationId = match.OrganisationId };
                HasChanged = true;
                await joining.Run(stop, match.OrganisationId, line.Id);
            }
        }

        await joining.Complete(stop);
    }

    /// <summary>Says of one funder after the other who it is: the organisation, and the funder's number.</summary>
    public static Repeated JoiningFunders(DbConnection connection) => new(
        connection, "UPDATE ledger_funder SET organisation_id = @organisation, merged_from = NULL WHERE id = @id", "organisation", "id");

    /// <summary>A row was written, changed or marked.</summary>
    public void Touch() => HasChanged = true;

    private static Guid? Id(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
}
