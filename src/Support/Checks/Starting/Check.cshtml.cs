using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Web;

namespace Trellis.Support.Checks.Starting;

/// <summary>One health check while it runs: who is asked, how far they are, and the way on.</summary>
[Requires(CheckRules.Run)]
internal sealed class CheckModel(FindCheck find, AskRespondent ask, RunCheck run, Acting acting, PublicAddress address) : PageModel
{
    [BindProperty]
    public AskRespondent.Form Form { get; set; } = new();

    public SeenCheck Check { get; private set; } = null!;

    public IReadOnlyList<RunCheck.Progress> Asked { get; private set; } = [];

    /// <summary>The link just made, to be handed over; it is shown once.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGet(string slug, Guid check, CancellationToken stop) => await Find(slug, check, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsk(string slug, Guid check, CancellationToken stop) =>
        await Find(slug, check, stop) ? await Shown(await ask.Handle(Check, Form, address.For(Request), acting.RequirePerson().PersonId, stop), stop) : NotFound();

    public async Task<IActionResult> OnPostAgain(string slug, Guid check, Guid respondent, CancellationToken stop) =>
        await Find(slug, check, stop) ? await Shown(await ask.Again(Check, respondent, address.For(Request), stop), stop) : NotFound();

    public async Task<IActionResult> OnPostTakeOut(string slug, Guid check, Guid respondent, CancellationToken stop)
    {
        if (!await Find(slug, check, stop))
        {
            return NotFound();
        }

        var gone = await ask.TakeOut(Check, respondent, stop);
        return gone.Succeeded ? LocalRedirect(Check.Address + "#asked") : this.Again(gone);
    }

    public async Task<IActionResult> OnPostClose(string slug, Guid check, CancellationToken stop)
    {
        if (!await Find(slug, check, stop))
        {
            return NotFound();
        }

        var closed = await run.CloseAnswers(Check.Assessment, stop);
        return closed.Succeeded ? LocalRedirect(Check.Talk) : this.Again(closed);
    }

    private async Task<IActionResult> Shown(Result<string> made, CancellationToken stop)
    {
        if (!made.Succeeded)
        {
            return this.Again(made);
        }

        Link = address.Link(Request, AskRespondent.Path(made.Value));
        (Form, Asked) = (new(), await run.Asked(Check.Assessment.Id, stop));
        ModelState.Clear();
        return Page();
    }

    private async Task<bool> Find(string slug, Guid id, CancellationToken stop)
    {
        if (await find.Handle(slug, id, stop) is not { } check)
        {
            return false;
        }

        (Check, Asked) = (check, await run.Asked(id, stop));
        return true;
    }
}
