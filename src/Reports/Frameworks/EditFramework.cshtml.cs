using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Reports.Counting;
using Trellis.Reports.Indicators;
using Trellis.Reports.Returns;

namespace Trellis.Reports.Frameworks;

/// <summary>Where a manager says what a funder asks for, and begins a return.</summary>
[Requires(ReportsRules.Make)]
internal sealed class EditFrameworkModel(Here here, Db db, KeepFramework keep, MakeReturn make, TimeProvider clock) : PageModel
{
    [BindProperty]
    public FrameworkForm Form { get; set; } = new();

    /// <summary>The first day of the period for which a return is begun.</summary>
    [BindProperty]
    public DateOnly? First { get; set; }

    public Framework Framework { get; private set; } = null!;

    public IReadOnlyList<FrameworkItem> Items { get; private set; } = [];

    public IReadOnlyList<Period> Periods { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid framework, CancellationToken stop)
    {
        if (!await Find(framework, stop))
        {
            return NotFound();
        }

        Form = new()
        {
            Name = Framework.Name,
            Funder = Framework.Funder,
            Rhythm = Framework.Rhythm,
            StartsOn = Framework.StartsOn.ToString("yyyy-MM"),
            DueDays = Framework.DueDays.ToString(),
            Pays = Framework.PaysPence is { } pays ? FigureText.Field(FigureUnit.Pounds, pays) : null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid framework, CancellationToken stop)
    {
        if (!await Find(framework, stop))
        {
            return NotFound();
        }

        var done = await keep.Change(Framework, Form, stop);
        return done.Succeeded ? LocalRedirect("/work/reports/" + framework) : this.Again(done);
    }

    public async Task<IActionResult> OnPostBegin(Guid framework, CancellationToken stop)
    {
        if (!await Find(framework, stop))
        {
            return NotFound();
        }

        var begun = await make.Begin(Framework, First, stop);
        return begun.Succeeded ? LocalRedirect($"/work/reports/returns/{begun.Value}") : this.Again(begun);
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if (await db.Frameworks((await here.RequirePlace(stop)).Id).FirstOrDefaultAsync(one => one.Id == id, stop) is not { } found)
        {
            return false;
        }

        Framework = found;
        Items = await db.ItemsOf(found.Id).AsNoTracking().ToListAsync(stop);
        Periods = found.Periods(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return true;
    }
}
