using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Places;
using Trellis.Platform.Places.Drawing;
using Trellis.Platform.Texts;

namespace Trellis.Ledger.Look;

/// <summary>All parts of the money by one side, largest first, a page at a time.</summary>
[AllowAnonymous]
internal sealed class ByModel(Here here, Cubes cubes, Maps maps, Texts t) : MoneyPage(here, cubes, t)
{
    private const int PageSize = 50;

    public Side Side { get; private set; }

    public string Path { get; private set; } = "";

    /// <summary>Letters that the names must hold; empty for all.</summary>
    public string Search { get; private set; } = "";

    public SlicePage Shown { get; private set; } = null!;

    public AreaMap? Map { get; private set; }

    public string? Next => Shown.From + Shown.Slices.Count < Shown.Count ? After(Shown.Slices[^1].Key) : null;

    public string? Previous => Shown.From == 0 ? null : After(Shown.AfterOfPrevious);

    public async Task<IActionResult> OnGet(string side, string? q, string? after, CancellationToken stop)
    {
        if (Paths.Side(side) is not { } known)
        {
            return NotFound();
        }

        await Read(stop);
        (Side, Path, Search) = (known, Paths.By(known), q?.Trim() ?? "");
        Shown = Cube.Page(Side, Filter, int.TryParse(after, out var key) ? key : null, PageSize, one => Names.Holds(Search, Side, one));
        Map = Side == Side.Ward && await WardMap.Draw(maps, this, stop) is { } map ? map with { HasTable = false } : null;
        return Page();
    }

    public string Pounds(Sum sum) => new Money(sum.Pence).ToString();

    /// <summary>Part of the whole, with one decimal.</summary>
    public string Share(Sum part) => Total.Pence == 0 ? "" : T["{0}%", (100m * part.Pence / Total.Pence).ToString("0.0")];

    /// <summary>The file of what is listed.</summary>
    public string File(string ending) => Link(Path + ending, null);

    private string After(int? key) => Link(Path, key?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private string Link(string path, string? after) => Address.Url(path, Filter, ("q", Search.Length == 0 ? null : Search), ("after", after));
}
