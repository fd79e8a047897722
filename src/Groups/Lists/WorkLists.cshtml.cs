using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Lists;

/// <summary>The lists of the place, and where a search is kept under a name.</summary>
[Requires(GroupRules.KeepLists)]
internal sealed class WorkListsModel(Here here, ReadLists read, MakeList make) : PageModel
{
    public sealed class Answers
    {
        public string? Called { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>The search that is to be kept; empty for a list picked by hand.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    public IReadOnlyList<KeptList> Lists { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Lists = await read.All((await here.RequirePlace(stop)).Id, stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var made = await make.Handle(place.Id, Form.Called, Search, stop);
        Lists = await read.All(place.Id, stop);
        return made.Succeeded ? LocalRedirect("/work/lists/" + made.Value) : this.Again(made);
    }
}
