using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Platform.Audit;

/// <summary>What somebody of the place did here, and what was done to their account and roles.</summary>
[Requires(AccessRules.SeeHistory)]
internal sealed class PersonHistoryModel(Db db, Here here, HistoryOfPerson history, ReadHistory read, Texts.Texts t) : PageModel
{
    public string Name { get; private set; } = "";

    public HistoryView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid person, long? before, string? format, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.PeopleOf(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Id == person, stop) is not { } found)
        {
            return NotFound();
        }

        var asked = await history.Of(found.Id, place.Id, stop) with { WithNames = true };
        if (format == "csv")
        {
            return HistoryView.File(read, asked, "history-of-a-person", t, stop);
        }

        (Name, View) = (found.ShownName, new(await read.Part(asked, before, stop), $"/people/{found.Id}/history", before));
        return Page();
    }
}
