using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>All findings of an import, as a file.</summary>
[Requires(BringingRules.BringFiles)]
internal sealed class ImportReportModel(Here here, ReadImports read) : PageModel
{
    public async Task<IActionResult> OnGet(Guid import, CancellationToken stop) =>
        await read.One((await here.RequirePlace(stop)).Id, import, stop) is var (found, _) ? new FindingsFile("report", [(found.FileName, await read.All(import, stop))]) : NotFound();
}
