using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;
using Trellis.Platform.Web;

namespace Trellis.Groups.Merging;

/// <summary>Where a worker says of entries that look alike whether they are one group, pair by pair, and takes back what was decided.</summary>
[Requires(GroupRules.DecideAlike)]
internal sealed class AlikePageModel(Here here, Acting acting, ReadAlike read, DecideLikeness decide, UndoMerge undo, Texts t) : PageModel
{
    /// <summary>How many pairs were put off: the one after them is asked about.</summary>
    [BindProperty(SupportsGet = true)]
    public int Later { get; set; }

    public int Waiting { get; private set; }

    public ReadAlike.Pair? Pair { get; private set; }

    public IReadOnlyList<ReadAlike.Decided> Lately { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => await Read(stop);

    public Task<IActionResult> OnPostSame(Guid pair, CancellationToken stop) => Decide(pair, Decision.Same, stop);

    public Task<IActionResult> OnPostDifferent(Guid pair, CancellationToken stop) => Decide(pair, Decision.Different, stop);

    public Task<IActionResult> OnPostAgain(Guid pair, CancellationToken stop) => Decide(pair, Decision.Waiting, stop);

    public async Task<IActionResult> OnPostApart(Guid merge, CancellationToken stop)
    {
        var place = (await here.RequirePlace(stop)).Id;
        return await Done(await undo.Handle(place, merge, Who(place), stop), stop);
    }

    private async Task<IActionResult> Decide(Guid pair, Decision decision, CancellationToken stop)
    {
        var place = (await here.RequirePlace(stop)).Id;
        return await Done(await decide.Handle(place, pair, decision, Who(place), stop), stop);
    }

    /// <summary>By their role: who it was stands in the history, from which it can be erased.</summary>
    private string Who(Guid place) => t[acting.RequirePerson().RoleOfWorker(place).Title()];

    private async Task<IActionResult> Done(Result<Guid> done, CancellationToken stop)
    {
        if (done.Succeeded)
        {
            return LocalRedirect("/work/alike" + (Later > 0 ? $"?later={Later}" : ""));
        }

        await Read(stop);
        return this.Again(done);
    }

    private async Task Read(CancellationToken stop)
    {
        var place = (await here.RequirePlace(stop)).Id;
        Later = Math.Max(0, Later);
        (Waiting, Pair) = await read.At(place, Later, stop);
        Lately = await read.DecidedLately(place, stop);
    }
}
