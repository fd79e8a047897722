using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;
using Trellis.Platform.Places.Drawing;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Wards;

/// <summary>The wards and localities of the place beside one another: a map of one measure and a table of all.</summary>
[AllowAnonymous]
internal sealed class WardsModel(Here here, CompareAreas compare, DownloadAreas download, Maps maps, Texts texts) : PageModel
{
    private const string ByName = "name";

    /// <summary>The measure on the map.</summary>
    [FromQuery(Name = "show")]
    public string? Show { get; init; }

    /// <summary>The column that the tables are sorted by.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>least: the least first.</summary>
    [FromQuery(Name = "first")]
    public string? First { get; init; }

    public Place Place { get; private set; } = null!;

    public Comparison Wards { get; private set; } = null!;

    public Comparison Localities { get; private set; } = null!;

    /// <summary>The measure on the map; null where nothing is measured yet.</summary>
    public MeasureColumn? Shown { get; private set; }

    public AreaMap? Map { get; private set; }

    public bool LeastFirst => First == "least";

    /// <summary>Whether the tables are sorted by a measure, and so not by name.</summary>
    public MeasureColumn? SortedBy => Wards.Column(Sort);

    /// <summary>csv, xlsx or json: the tables as a file.</summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        Place = await here.RequirePlace(stop);
        Wards = await compare.Handle(Place, AreaKind.Ward, stop);
        Localities = await compare.Handle(Place, AreaKind.Locality, stop);
        Shown = Wards.Column(Show) ?? Wards.Column(Sort) ?? Wards.Column("groups") ?? (Wards.Columns.Count > 0 ? Wards.Columns[0] : null);
        if (Format is "csv" or "xlsx" or "json")
        {
            return await download.Handle(Place, [.. Rows(Wards), .. Rows(Localities)], Format, stop);
        }

        Map = Shown is null || Wards.Areas.Count == 0 ? null : await Draw(Shown, stop);
        return Page();
    }

    public IReadOnlyList<AreaName> Sorted(Comparison comparison) =>
        SortedBy is { } column ? comparison.By(comparison.Column(column.Measure.Key), LeastFirst) : comparison.By(null, Sort != ByName || First != "last");

    /// <summary>What a click on the head of a column does: sort by it and show it on the map, the most first; a second click turns it round.</summary>
    public string SortUrl(MeasureColumn? column)
    {
        if (column is null)
        {
            return SortedBy is null && First != "last" ? "/wards?sort=name&first=last" : "/wards";
        }

        var turn = Sort == column.Measure.Key && !LeastFirst;
        return $"/wards?sort={column.Measure.Key}{(turn ? "&first=least" : "")}";
    }

    /// <summary>For aria-sort.</summary>
    public string? Direction(MeasureColumn? column) => column?.Measure.Key == SortedBy?.Measure.Key
        ? (column is null ? First != "last" : LeastFirst) ? "ascending" : "descending"
        : null;

    public string DownloadUrl(string format) => $"/wards?format={format}{(Sort is null ? "" : "&sort=" + Uri.EscapeDataString(Sort))}{(First is null ? "" : "&first=" + Uri.EscapeDataString(First))}";

    private IEnumerable<DownloadAreas.Line> Rows(Comparison comparison) => Sorted(comparison).Select(area => new DownloadAreas.Line(comparison, area));

    private async Task<AreaMap> Draw(MeasureColumn column, CancellationToken stop)
    {
        IReadOnlyList<AreaShape> shapes =
        [
            .. Wards.Areas.Select(area => column.Of(area) is { } value
                ? new AreaShape(area.Code, area.Name, value.Value, column.Write(value), area.Url)
                : new AreaShape(area.Code, area.Name, Url: area.Url)),
        ];
        var title = texts["{0} by ward", texts[column.Measure.Title]];
        var description = texts["A map of the wards of {0}. Each leads to its page; the table below has the same figures.", Place.Name];
        var map = await maps.Of(Place.Id, AreaKind.Ward, title, description, shapes, stop);
        return map with { ValueTitle = texts[column.Measure.Title], Write = column.Write, HasTable = false };
    }
}
