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

    public IReadOnlyList<Slice> Slices { get; private set; } = [];

    public IReadOnlyList<Slice> Shown { get; private set; } = [];

    public int From { get; private set; }

    public AreaMap? Map { get; private set; }

    public string? Next => From + PageSize < Slices.Count ? At(From + PageSize) : null;

    public string? Previous => From == 0 ? null : At(Math.Max(0, From - PageSize));

    public async Task<IActionResult> OnGet(string side, string? q, string? after, CancellationToken stop)
    {
        if (Paths.Side(side) is not { } known)
        {
            return NotFound();
        }

        await Read(stop);
        (Side, Path, Search) = (known, Paths.By(known), q?.Trim() ?? "");
        var slices = Cube.By(Side, Filter);
        Slices = Search.Length == 0 ? slices : [.. slices.Where(slice => Names.Of(Side, slice.Key).Contains(Search, StringComparison.CurrentCultureIgnoreCase))];
        From = Start(after);
        Shown = [.. Slices.Skip(From).Take(PageSize)];
        Map = Side == Side.Ward && await WardMap.Draw(maps, this, stop) is { } map ? map with { HasTable = false } : null;
        return Page();
    }

    public string Pounds(Sum sum) => new Money(sum.Pence).ToString();

    /// <summary>Part of the whole, with one decimal.</summary>
    public string Share(Sum part) => Total.Pence == 0 ? "" : T["{0}%", (100m * part.Pence / Total.Pence).ToString("0.0")];

    /// <summary>The page begins after the part with this key, wherever newer files have moved it.</summary>
    private int Start(string? after)
    {
        if (!int.TryParse(after, out var key))
        {
            return 0;
        }

        var at = Slices.ToList().FindIndex(slice => slice.Key == key);
        return at + 1;
    }

    private string At(int start) => Address.Url(
        Path, Filter, ("q", Search.Length == 0 ? null : Search), ("after", start == 0 ? null : Slices[start - 1].Key.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
