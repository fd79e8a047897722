using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Reports.Returns;

namespace Trellis.Reports.Frameworks;

/// <summary>What one funder asks for, and the returns it had.</summary>
[Requires(ReportsRules.See)]
internal sealed class OneFrameworkModel(Here here, Db db, Acting acting, Allowed allowed) : PageModel
{
    public Framework Framework { get; private set; } = null!;

    public IReadOnlyList<FrameworkItem> Items { get; private set; } = [];

    public IReadOnlyList<FunderReturn> Returns { get; private set; } = [];

    public bool MayMake { get; private set; }

    public async Task<IActionResult> OnGet(Guid framework, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.Frameworks(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Id == framework, stop) is not { } found)
        {
            return NotFound();
        }

        Framework = found;
        Items = await db.ItemsOf(found.Id).AsNoTracking().ToListAsync(stop);
        Returns = await db.Returns(place.Id).AsNoTracking().Where(one => one.FrameworkId == found.Id).OrderByDescending(one => one.FirstDay).ToListAsync(stop);
        MayMake = await allowed.To(acting.RequirePerson(), ReportsRules.Make, place.Id, stop);
        return Page();
    }
}
