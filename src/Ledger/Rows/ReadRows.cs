using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Trellis.Ledger.Book;
using Trellis.Ledger.Totals;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Ledger.Rows;

/// <summary>Lists the rows behind a total, latest first, a page at a time by key.</summary>
/// <remarks>
/// The cube says which accounts are meant and how many rows they hold. Few rows: they are taken account by account and sorted.
/// Many: they are met soon on the way down the days, so rows are taken in the order of days and those of other accounts passed over.
/// Either way no page reads more than some ten thousand index entries.
/// </remarks>
internal sealed class ReadRows(Database database, KnownPlaces places)
{
    private const int FewRows = 20_000;

    /// <summary>The row next to which a page begins, and whether it is read towards the later days.</summary>
    private readonly record struct Start(Cursor? Row, bool IsBack);

    /// <param name="after">The last row of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<MoneyRow>> Page(Cube cube, MoneyFilter filter, Cursor? after, int size, CancellationToken stop) =>
        await From(cube, filter, new(after, false), size, stop).Take(size).ToListAsync(stop);

    /// <summary>The rows that stand before one, nearest last: as they stand in the list.</summary>
    public async Task<IReadOnlyList<MoneyRow>> Before(Cube cube, MoneyFilter filter, Cursor row, int size, CancellationToken stop)
    {
        var found = await From(cube, filter, new(row, true), size, stop).Take(size).ToListAsync(stop);
        found.Reverse();
        return found;
    }

    /// <summary>All of them, page after page; for downloads.</summary>
    public IAsyncEnumerable<MoneyRow> All(Cube cube, MoneyFilter filter, CancellationToken stop)
    {
        const int size = 2000;
        return From(cube, filter, default, size, stop);
    }

    /// <summary>The rows of the accounts that the cube knows: an import that has just ended may have brought rows of others, which are in none of its totals.</summary>
    private async IAsyncEnumerable<MoneyRow> From(
        Cube cube, MoneyFilter filter, Start start, int size, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        IReadOnlyList<MoneyRow> page;
        do
        {
            page = await Page(connection, cube, filter, start, size, stop);
            foreach (var row in page.Where(row => cube.Knows(row.Account)))
            {
                yield return row;
            }

            start = start with { Row = page.Count > 0 ? page[^1].Cursor : null };
        }
        while (page.Count == size);
    }

    private async Task<IReadOnlyList<MoneyRow>> Page(DbConnection connection, Cube cube, MoneyFilter filter, Start start, int size, CancellationToken stop)
    {
        List<MoneyRow> rows = [];
        var isOnly = (await places.All(stop)).Count == 1;
        foreach (var kind in Enum.GetValues<MoneyKind>())
        {
            var accounts = cube.Accounts(filter, kind);
            if (accounts.Count > 0)
            {
                var count = cube.Total(filter with { Kind = kind }).Rows;
                var all = isOnly && cube.AreAll(accounts, filter.Year, kind); // of the only place: the days alone then say which rows
                rows.AddRange(await Read(connection, kind, all ? null : accounts, count <= FewRows, filter.Year, start, size, stop));
            }
        }

        rows.Sort((one, other) => (start.IsBack ? -1 : 1) * one.Cursor.CompareTo(other.Cursor));
        return [.. rows.Take(size)];
    }

    [SuppressMessage("Security", "CA2100", Justification = "The SQL is ours; what people typed comes in as parameters.")]
    private async Task<List<MoneyRow>> Read(
        DbConnection connection, MoneyKind kind, List<int>? accounts, bool few, FinancialYear? year, Start start, int size, CancellationToken stop)
    {
        var (table, day, what, reference) = kind == MoneyKind.Payments
            ? ("ledger_payment", "paid_on", "purpose", "reference")
            : ("ledger_grant", "awarded_on", "title", "identifier");
        var conditions = new List<string> { "gone_on IS NULL" };
        if (year is not null)
        {
            conditions.Add($"{day} BETWEEN @first AND @last");
        }

        if (start.Row is { } next)
        {
            conditions.Add(start.IsBack ? Earlier(next, kind, day) : Later(next, kind, day));
        }

        var way = start.IsBack ? "ASC" : "DESC";

        if (accounts is not null)
        {
            // A plus before the column keeps its index from being used: of many rows the days are the quicker way.
            conditions.Add($"{(few ? "" : "+")}account_id {(database.IsSqlite ? "IN (SELECT value FROM json_each(@accounts))" : "= ANY(@accounts)")}");
        }

        // The inner query is answered by an index alone; only the rows of the page are then looked up.
        await using var command = connection.Command(
            $"""
            SELECT id, {day}, amount_pence, account_id, {what}, {reference}, intake_id FROM {table} WHERE id IN (
                SELECT id FROM {table} WHERE {string.Join(" AND ", conditions)} ORDER BY {day} {way}, account_id {way}, id {way} LIMIT @size)
            """,
            ("size", size));
        Add(command, accounts, year, start.Row);
        return await Run(command, kind, stop);
    }

    private void Add(DbCommand command, List<int>? accounts, FinancialYear? year, Cursor? after)
    {
        if (accounts is not null)
        {
            Add(command, "accounts", database.IsSqlite ? $"[{string.Join(',', accounts)}]" : accounts.ToArray());
        }

        if (year is { } only)
        {
            Add(command, "first", only.First);
            Add(command, "last", only.Last);
        }

        if (after is { } cursor)
        {
            Add(command, "on", cursor.On);
            Add(command, "account", cursor.Account);
            Add(command, "id", cursor.Id);
        }
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    /// <summary>What comes after a row of this kind or of the other. All three parameters are named in each, since a parameter that no condition names is refused.</summary>
    private static string Later(Cursor after, MoneyKind kind, string day) => (kind - after.Kind) switch
    {
        0 => $"({day}, account_id, id) < (@on, @account, @id)",
        > 0 => $"{day} <= @on AND @account = @account AND @id = @id",
        _ => $"{day} < @on AND @account = @account AND @id = @id",
    };

    /// <summary>The same for what stands before it.</summary>
    private static string Earlier(Cursor before, MoneyKind kind, string day) => (kind - before.Kind) switch
    {
        0 => $"({day}, account_id, id) > (@on, @account, @id)",
        > 0 => $"{day} > @on AND @account = @account AND @id = @id",
        _ => $"{day} >= @on AND @account = @account AND @id = @id",
    };

    private static async Task<List<MoneyRow>> Run(DbCommand command, MoneyKind kind, CancellationToken stop)
    {
        List<MoneyRow> rows = [];
        await using var found = await command.ExecuteReaderAsync(stop);
        while (await found.ReadAsync(stop))
        {
            rows.Add(new(kind, found.GetInt32(0), found.GetFieldValue<DateOnly>(1), found.GetInt64(2), found.GetInt32(3), found.Text(4), found.Text(5), found.GetInt32(6)));
        }

        return rows;
    }
}
