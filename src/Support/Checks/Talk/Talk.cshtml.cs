using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Web;
using Trellis.Support.Checks.Starting;

namespace Trellis.Support.Checks.Talk;

/// <summary>The talk: where views on each item lie, widest apart named first, and what is agreed.</summary>
[Requires(CheckRules.Run)]
internal sealed class TalkModel(FindCheck find, ReadSpread read, RunCheck run) : PageModel
{
    public SeenCheck Check { get; private set; } = null!;

    public IReadOnlyList<Spread> Spreads { get; private set; } = [];

    public int AgreedOn => Spreads.Count(one => one.Agreed is not null);

    public async Task<IActionResult> OnGet(string slug, Guid check, CancellationToken stop) => await Find(slug, check, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostFinish(string slug, Guid check, CancellationToken stop)
    {
        if (!await Find(slug, check, stop))
        {
            return NotFound();
        }

        var done = await run.Finish(Check.Assessment, stop);
        return done.Succeeded ? LocalRedirect(Check.Result) : this.Again(done);
    }

    private async Task<bool> Find(string slug, Guid id, CancellationToken stop)
    {
        if (await find.Handle(slug, id, stop) is not { } check)
        {
            return false;
        }

        (Check, Spreads) = (check, await read.Handle(check.Assessment, check.Instrument, stop));
        return true;
    }
}
