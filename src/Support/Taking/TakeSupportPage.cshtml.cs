using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;

namespace Trellis.Support.Taking;

/// <summary>Where a manager takes everything of the place's support away as one file; who they are is asked again first.</summary>
[Requires(TakingServices.Take)]
internal sealed class TakeSupportPageModel(Here here, TakeSupport take, IEnumerable<TakenTable> tables) : PageModel
{
    public IEnumerable<TakenTable> Tables => tables.OrderBy(table => table.Name, StringComparer.Ordinal);

    public void OnGet()
    {
    }

    [StepUp]
    public async Task<IActionResult> OnGetAll(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var (file, _) = await take.Handle(place, stop);
        return File(file, "application/zip", place.Slug + "-support.zip");
    }
}
