using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>All findings of a file that waits, as a file. Only the gravest are kept beside it, so it is tried once more.</summary>
[Requires(BringingRules.BringFiles)]
internal sealed class WaitingReportModel(Here here, Db db, TryFile attempt) : PageModel
{
    public async Task<IActionResult> OnGet(Guid waiting, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.WaitingIn(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Id == waiting, stop) is not { } found || await db.ContentOf(place.Id, waiting, stop) is not { } content)
        {
            return NotFound();
        }

        var account = await attempt.Findings(place, found.FileName, content, FileSaid.Read(found.Said), stop);
        return account.Succeeded ? new FindingsFile("report", [(found.FileName, account.Value.Report.Findings)]) : LocalRedirect("/work/imports/waiting/" + waiting);
    }
}
