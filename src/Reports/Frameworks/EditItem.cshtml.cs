using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Reports.Counting;

namespace Trellis.Reports.Frameworks;

/// <summary>Where a manager says of one figure what the funder calls it, and what it aims at.</summary>
[Requires(ReportsRules.Make)]
internal sealed class EditItemModel(Here here, Db db, KeepFramework keep) : PageModel
{
    [BindProperty]
    public ItemForm Form { get; set; } = new();

    public Framework Framework { get; private set; } = null!;

    /// <summary>Null for a new one.</summary>
    public FrameworkItem? Item { get; private set; }

    public string Address => $"/work/reports/{Framework.Id}/figures/{Item?.Id.ToString() ?? "new"}";

    public async Task<IActionResult> OnGet(Guid framework, string item, CancellationToken stop)
    {
        if (!await Find(framework, item, stop))
        {
            return NotFound();
        }

        if (Item is { } one)
        {
            Form = new()
            {
                Indicator = one.Indicator,
                Wording = one.Wording,
                Definition = one.Definition,
                Unit = one.Unit,
                Aim = one.Aim,
                By = [.. one.By],
                Position = one.Position,
                Target = one.Target is { } target ? FigureText.Field(one.Unit, target) : null,
                Baseline = one.Baseline is { } baseline ? FigureText.Field(one.Unit, baseline) : null,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPost(Guid framework, string item, CancellationToken stop)
    {
        if (!await Find(framework, item, stop))
        {
            return NotFound();
        }

        var done = await keep.PutItem(Framework, Item, Form, stop);
        return done.Succeeded ? LocalRedirect($"/work/reports/{framework}/edit") : this.Again(done);
    }

    public async Task<IActionResult> OnPostRemove(Guid framework, string item, CancellationToken stop)
    {
        if (!await Find(framework, item, stop) || Item is not { } one)
        {
            return NotFound();
        }

        await keep.Remove(one, stop);
        return LocalRedirect($"/work/reports/{framework}/edit");
    }

    private async Task<bool> Find(Guid id, string item, CancellationToken stop)
    {
        if (await db.Frameworks((await here.RequirePlace(stop)).Id).FirstOrDefaultAsync(one => one.Id == id, stop) is not { } found)
        {
            return false;
        }

        Framework = found;
        Item = Guid.TryParse(item, out var known) ? await db.ItemsOf(found.Id).FirstOrDefaultAsync(one => one.Id == known, stop) : null;
        return Item is not null || item == "new";
    }
}
