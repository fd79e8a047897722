using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Platform.Audit;

/// <summary>One's own history: what one did, and what was done to one's account and roles.</summary>
[Requires(AccessRules.OwnAccount)]
internal sealed class MyHistoryModel(Here here, Acting acting, HistoryOfPerson history, ReadHistory read, Texts.Texts t) : PageModel
{
    public HistoryView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(long? before, string? format, CancellationToken stop)
    {
        var me = acting.RequirePerson().PersonId;
        var asked = await history.Of(me, (await here.Place(stop))?.Id ?? Guid.Empty, stop) with { Own = me };
        if (format == "csv")
        {
            return HistoryView.File(read, asked, "my-history", t, stop);
        }

        View = new(await read.Part(asked, before, stop), "/me/history", before);
        return Page();
    }
}
