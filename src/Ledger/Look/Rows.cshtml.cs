using Microsoft.AspNetCore.Authorization;
using Trellis.Ledger.Rows;
using Trellis.Ledger.Totals;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;

namespace Trellis.Ledger.Look;

/// <summary>The grants and payments behind a total, latest first.</summary>
[AllowAnonymous]
internal sealed class RowsModel(Here here, Cubes cubes, ReadRows rows, Db db, Texts t) : MoneyPage(here, cubes, t)
{
    private const int PageSize = 50;

    public IReadOnlyList<MoneyRow> Shown { get; private set; } = [];

    public string? Next { get; private set; }

    public bool IsFirst { get; private set; }

    /// <summary>What the rows come to, before anything is taken off for what was passed on.</summary>
    public Sum OfRows { get; private set; }

    /// <summary>Whether the files to take away leave rows out.</summary>
    public bool HasRowsApart { get; private set; }

    public async Task OnGet(string? after, CancellationToken stop)
    {
        await Read(stop);
        OfRows = Cube.Total(Filter with { RowsOnly = true });
        HasRowsApart = (await RowsApart.Read(db, Place.Id, stop)).Any;
        var cursor = Cursor.Parse(after);
        IsFirst = cursor is null;
        var found = await rows.Page(Cube, Filter, cursor, PageSize + 1, stop);
        Shown = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Address.Url(Paths.Rows, Filter, ("after", Shown[^1].Cursor.ToString())) : null;
    }
}
