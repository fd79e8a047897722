using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Trellis.Ledger.Book;
using Trellis.Ledger.Rows;
using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;

namespace Trellis.Ledger.Look;

/// <summary>The sentences that must go wherever the ledger's rows go.</summary>
internal static class LedgerAttribution
{
    /// <param name="apart">Sources whose rows are not in the file.</param>
    public static async Task<IReadOnlyList<string>> Read(Database database, Guid placeId, IReadOnlyCollection<Guid> apart, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var all = await connection.Query(
            "SELECT id, attribution FROM platform_source WHERE place_id = @place AND withdrawn_at IS NULL AND id IN (SELECT source_id FROM ledger_intake) ORDER BY attribution",
            row => (Source: row.GetGuid(0), Sentence: row.GetString(1)), stop, ("place", placeId));
        return [.. all.Where(one => !apart.Contains(one.Source)).Select(one => one.Sentence).Distinct()];
    }
}

/// <summary>The rows behind a total as a file. Those that may only be passed on under a share-alike licence stay out of it.</summary>
[AllowAnonymous]
internal sealed class TakeRowsModel(Here here, Cubes cubes, ReadRows rows, Db db, Database database, Texts t) : MoneyPage(here, cubes, t)
{
    public async Task<IActionResult> OnGet(string ending, CancellationToken stop)
    {
        await Read(stop);
        var apart = await RowsApart.Read(db, Place.Id, stop);
        var attribution = await LedgerAttribution.Read(database, Place.Id, apart.Sources, stop);
        var free = rows.All(Cube, Filter, stop).Where(row => !apart.Holds(row.Kind, row.Id, row.Intake));
        return new Download<MoneyRow>(Place.Slug + "-money", Columns(), free, apart.Any ? [.. attribution, T["Rows under a share-alike licence are not in this file; see /about/data."]] : attribution) { Ending = ending };
    }

    private List<Column<MoneyRow>> Columns() =>
    [
        new("kind", row => Names.Of(row.Kind)),
        new("day", row => row.On),
        new("financial year", row => FinancialYear.Of(row.On).ToString()),
        new("funder", row => Names.Of(Side.Funder, Cube.OfAccount(row.Account).Funder)),
        new("recipient", row => Names.Of(Side.Recipient, Cube.OfAccount(row.Account).Recipient)),
        new("recipient is", row => Names.Of(Cube.OfAccount(row.Account).Standing)),
        new("purpose", row => row.What),
        new("programme", row => Names.Of(Side.Programme, Cube.OfAccount(row.Account).Programme)),
        new("programme code", row => Cube.Programmes[Cube.OfAccount(row.Account).Programme].Code),
        new("ward", row => Names.Of(Side.Ward, Cube.OfAccount(row.Account).Ward)),
        new("amount", row => new Money(row.Pence)),
        new("number", row => row.Reference),
        new("page", row => $"{Request.Scheme}://{Request.Host}{Paths.Row(row.Kind, row.Id)}"),
    ];
}

/// <summary>A breakdown as a file: all of the list, or what was looked for in it.</summary>
[AllowAnonymous]
internal sealed class TakeByModel(Here here, Cubes cubes, Database database, Texts t) : MoneyPage(here, cubes, t)
{
    public async Task<IActionResult> OnGet(string side, string ending, string? q, CancellationToken stop)
    {
        if (Paths.Side(side) is not { } known)
        {
            return NotFound();
        }

        await Read(stop);
        var slices = Cube.By(known, Filter).Where(slice => Names.Holds(q?.Trim() ?? "", known, slice.Key)).ToAsyncEnumerable();
        return new Download<Slice>($"{Place.Slug}-money-by-{side}", Columns(known), slices, await LedgerAttribution.Read(database, Place.Id, [], stop)) { Ending = ending };
    }

    private List<Column<Slice>> Columns(Side side) =>
    [
        new(side.ToString().ToLowerInvariant(), slice => Names.Of(side, slice.Key)),
        new("rows", slice => slice.Sum.Rows),
        new("amount", slice => new Money(slice.Sum.Pence)),
    ];
}

/// <summary>Who depends on whom as a file, whole.</summary>
[AllowAnonymous]
internal sealed class TakeDependenceModel(Here here, Cubes cubes, Database database, Texts t) : MoneyPage(here, cubes, t)
{
    public async Task<IActionResult> OnGet(string ending, CancellationToken stop)
    {
        await Read(stop);
        var groups = new List<Dependence>();
        Dependence.Each(Cube, Filter with { Standing = Standing.Group }, groups.Add);
        return new Download<Dependence>($"{Place.Slug}-money-dependence", Columns(), groups.ToAsyncEnumerable(), await LedgerAttribution.Read(database, Place.Id, [], stop)) { Ending = ending };
    }

    private List<Column<Dependence>> Columns() =>
    [
        new("group", group => Names.Of(Side.Recipient, group.Recipient)),
        new("largest funder", group => Names.Of(Side.Funder, group.Funder)),
        new("its share in per cent", group => group.Permille / 10.0),
        new("amount from all funders", group => new Money(group.Pence)),
    ];
}

/// <summary>The way of the money as a file: from funders to purposes, and from purposes to recipients.</summary>
[AllowAnonymous]
internal sealed class TakeFlowModel(Here here, Cubes cubes, Database database, Texts t) : MoneyPage(here, cubes, t)
{
    public async Task<IActionResult> OnGet(string ending, CancellationToken stop)
    {
        await Read(stop);
        var links = Flow.Of(Cube, Filter).Links.OrderBy(link => link.From.Side).ToAsyncEnumerable();
        return new Download<FlowLink>($"{Place.Slug}-money-flow", Columns(), links, await LedgerAttribution.Read(database, Place.Id, [], stop)) { Ending = ending };
    }

    private List<Column<FlowLink>> Columns() =>
    [
        new("from", link => Names.One(link.From.Side)),
        new("from name", link => Names.Of(link.From)),
        new("to", link => Names.One(link.To.Side)),
        new("to name", link => Names.Of(link.To)),
        new("amount", link => new Money(link.Pence)),
    ];
}
