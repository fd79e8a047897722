using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Reports.Counting;

namespace Trellis.Reports.Returns;

/// <summary>Exactly the records that a figure, or a part of it, was counted from.</summary>
[Requires(ReportsRules.See)]
internal class BehindFigureModel(Here here, ReadReturn read, Platform.Texts.Texts t) : PageModel
{
    public const int OnAPage = 100;

    public FunderReturn Return { get; private set; } = null!;

    public ReturnBody Body { get; private set; } = null!;

    public BodyFigure Figure { get; private set; } = null!;

    public BodyPart? Part { get; private set; }

    public IReadOnlyList<BehindRecord> Records { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    [BindProperty(SupportsGet = true, Name = "part")]
    public string? PartName { get; set; }

    public IEnumerable<BehindRecord> Shown => Records.Skip(From).Take(OnAPage);

    public string Address => $"/work/reports/returns/{Return.Id}/figures/{Figure.ItemId}";

    /// <summary>What follows in the address so that it is about the same part.</summary>
    public string Asked(int? from = null)
    {
        var asked = new List<string>();
        if (Part is { } part)
        {
            asked.Add($"by={part.By}&part={Uri.EscapeDataString(part.Name)}");
        }

        if (from is > 0)
        {
            asked.Add("from=" + from);
        }

        return asked.Count == 0 ? "" : "?" + string.Join('&', asked);
    }

    public async Task<IActionResult> OnGet(Guid id, Guid item, string? ending, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await read.One(place.Id, id, stop) is not { } found)
        {
            return NotFound();
        }

        (Return, Body) = (found, await read.Body(place, found, stop));
        if (Body.Figures.FirstOrDefault(one => one.ItemId == item && !one.IsTypedIn) is not { } figure)
        {
            return NotFound();
        }

        (Figure, Part) = (figure, figure.Parts.FirstOrDefault(one => one.By == By && one.Name == PartName));
        if (PartName is not null && Part is null)
        {
            return NotFound();
        }

        Records = [.. (Part?.Records ?? figure.Records).Select(at => Body.Records[at]).OrderBy(one => one.On).ThenBy(one => one.Id)];
        From = Math.Clamp(From, 0, Math.Max(0, Records.Count - 1)) / OnAPage * OnAPage;
        return ending is null ? Page() : File(ending);
    }

    private Download<BehindRecord> File(string ending)
    {
        string[] words = [.. Records.SelectMany(one => one.Words.Keys).Distinct().Order(StringComparer.Ordinal)], numbers = [.. Records.SelectMany(one => one.Numbers.Keys).Distinct().Order(StringComparer.Ordinal)];
        List<Column<BehindRecord>> columns =
        [
            new("day", one => one.On), new("what", one => one.Title), new("groups", one => string.Join("; ", one.Groups)),
            .. words.Select(word => new Column<BehindRecord>(word, one => one.Words.GetValueOrDefault(word))),
            .. numbers.Select(number => new Column<BehindRecord>(number, one => one.Numbers.TryGetValue(number, out var value) ? value : null)),
            new("id", one => one.Id.ToString()),
        ];
        return new(Slug.From(Figure.Wording), columns, Records.ToAsyncEnumerable(), [t["{0}, {1}: {2}", Body.Framework, PeriodText.Of(Return.Period), Figure.Wording]]) { Ending = ending };
    }
}
