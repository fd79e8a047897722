using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Platform.Places;

namespace Trellis.Support.Library;

/// <summary>One resource of the library, with what it was before.</summary>
[AllowAnonymous]
internal sealed class ResourcePageModel(Here here, FindResources find, Db db) : PageModel
{
    public FindResources.Line Line { get; private set; } = null!;

    public IReadOnlyList<ResourceEdition> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid resource, CancellationToken stop)
    {
        if (!await Find(resource, stop))
        {
            return NotFound();
        }

        Earlier = await db.Set<ResourceEdition>().AsNoTracking().Where(one => one.ResourceId == resource).OrderByDescending(one => one.Edition).ToListAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnGetFile(Guid resource, CancellationToken stop) =>
        await Find(resource, stop) && Line.File is { } file ? await FileAnswer.Of(db, file, stop) : NotFound();

    /// <summary>A retired one is there for whoever still has its address: plans name it.</summary>
    private async Task<bool> Find(Guid resource, CancellationToken stop) =>
        (Line = (await find.All((await here.RequirePlace(stop)).Id, stop)).FirstOrDefault(one => one.Resource.Id == resource)!) is not null;
}
