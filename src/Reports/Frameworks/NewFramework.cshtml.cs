using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Reports.Frameworks;

/// <summary>Where a manager begins a framework, from one that comes with the product or from nothing.</summary>
[Requires(ReportsRules.Make)]
internal sealed class NewFrameworkModel(Here here, KeepFramework keep) : PageModel
{
    public sealed class Answers
    {
        public string? From { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var made = await keep.Make((await here.RequirePlace(stop)).Id, Form.From, stop);
        return made.Succeeded ? LocalRedirect($"/work/reports/{made.Value}/edit") : this.Again(made);
    }
}
