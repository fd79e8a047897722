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

    public string? Previous { get; private set; }

    public string? Next { get; private set; }

    public bool IsFirst { get; private set; }

    /// <summary>What the rows come to, before anything is taken off for what was passed on.</summary>
    public Sum OfRows { get; private set; }

    /// <summary>Whether the files to take away leave rows out.</summary>
    public bool HasRowsApart { get; private set; }

    public async Task OnGet(string? after, string? before, CancellationToken stop)
    {
        await Read(stop);
        OfRows = Cube.Total(Filter with { RowsOnly = true });
        HasRowsApart = (await RowsApart.Read(db, Place.Id, stop)).Any;
        if (Cursor.Parse(before) is not { } row || !await Back(row, stop))
        {
            await On(Cursor.Parse(after), stop);
        }
    }

    private async Task On(Cursor? after, CancellationToken stop)
    {
        IsFirst = after is null;
        var found = await rows.Page(Cube, Filter, after, PageSize + 1, stop);
        Shown = [.. found.Take(PageSize)];
        Previous = IsFirst || Shown.Count == 0 ? null : At("before", Shown[0]);
        Next = found.Count > PageSize ? At("after", Shown[^1]) : null;
    }

    /// <summary>False where less than a page stands before the row: that is the first page, which is then shown whole.</summary>
    private async Task<bool> Back(Cursor before, CancellationToken stop)
    {
        var found = await rows.Before(Cube, Filter, before, PageSize + 1, stop);
        if (found.Count <= PageSize)
        {
            return false;
        }

        Shown = [.. found.Skip(1)];
        (Previous, Next) = (At("before", Shown[0]), At("after", Shown[^1]));
        return true;
    }

    private string At(string side, MoneyRow row) => Address.Url(Paths.Rows, Filter, (side, row.Cursor.ToString()));
}
