using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Reports.Frameworks;

namespace Trellis.Reports.Returns;

/// <summary>One return: its figures, each opening to its records, its words, and what is still missing.</summary>
[Requires(ReportsRules.See)]
internal sealed class OneReturnModel(Here here, Db db, Acting acting, Allowed allowed, ReadReturn read, ComputeReturn compute, CheckReturn check) : PageModel
{
    public FunderReturn Return { get; private set; } = null!;

    public ReturnBody Body { get; private set; } = null!;

    public IReadOnlyList<string> Checks { get; private set; } = [];

    public IReadOnlyList<FigureDifference> Differences { get; private set; } = [];

    public string? SentBy { get; private set; }

    public bool MayMake { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await read.One(place.Id, id, stop) is not { } found)
        {
            return NotFound();
        }

        (Return, Body) = (found, await read.Body(place, found, stop));
        MayMake = await allowed.To(acting.RequirePerson(), ReportsRules.Make, place.Id, stop);
        if (found.SentAt is null)
        {
            var pays = await db.Frameworks(place.Id).Where(one => one.Id == found.FrameworkId).Select(one => one.PaysPence).FirstAsync(stop);
            Checks = check.Handle(Body, pays is > 0);
        }
        else
        {
            Differences = CompareReturns.Of(Body, await compute.Handle(place, found, stop));
            SentBy = await db.Set<Person>().Where(person => person.Id == found.SentBy).Select(person => person.Name).FirstOrDefaultAsync(stop);
        }

        return Page();
    }
}
