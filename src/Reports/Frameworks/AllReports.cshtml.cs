using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Reports.Counting;
using Trellis.Reports.Returns;

namespace Trellis.Reports.Frameworks;

/// <summary>What each funder asks for, and what is due next.</summary>
[Requires(ReportsRules.See)]
internal sealed class AllReportsModel(Here here, Db db, Acting acting, Allowed allowed, TimeProvider clock) : PageModel
{
    /// <summary>A framework with its latest finished period and the return of it.</summary>
    public sealed record Line(Framework Framework, Period? Period, FunderReturn? Return);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public bool MayMake { get; private set; }

    public DateOnly Today { get; private set; }

    public async Task OnGet(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        MayMake = await allowed.To(acting.RequirePerson(), ReportsRules.Make, place.Id, stop);
        Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var returns = await db.Returns(place.Id).AsNoTracking().ToListAsync(stop);
        var frameworks = await db.Frameworks(place.Id).AsNoTracking().OrderBy(one => one.Name).ThenBy(one => one.Id).ToListAsync(stop);
        Lines = frameworks.ConvertAll(one =>
        {
            var over = one.Periods(Today).Where(period => period.Last < Today).Select(period => (Period?)period).FirstOrDefault();
            return new Line(one, over, returns.Find(made => made.FrameworkId == one.Id && made.FirstDay == over?.First));
        });
    }
}
