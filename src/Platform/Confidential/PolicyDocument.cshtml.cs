using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Platform.Places;

namespace Trellis.Platform.Confidential;

/// <summary>The place's policy document itself, for those who open the compartment.</summary>
[Requires(ConfidentialRules.Open)]
internal sealed class PolicyDocumentModel(Db db, Here here, OpenCompartment open) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken stop) =>
        await open.Of((await here.RequirePlace(stop)).Id, stop) is { PolicyFileId: { } id } && await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is { } file
            ? await FileAnswer.Of(db, file, stop)
            : NotFound();
}
