using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;

namespace Trellis.Support.Coming;

/// <summary>Where a manager or administrator brings the history of another system: chooses a file, and sees those that came before.</summary>
[Requires(ComingRules.BringIn)]
[ReceivesFile]
internal sealed class BringInPageModel(Here here, Db db, TakeInFile take, Acting acting, Platform.Texts.Texts t) : PageModel
{
    public sealed class Answers
    {
        public string? Kind { get; set; } = nameof(ArrivalKind.History);

        public string? File { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<ArrivalKind>().Select(kind => new Choice(kind.ToString(), t[ComingWords.Of(kind)]))];

    public IReadOnlyList<Arrival> Arrivals { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => await Read(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var taken = await take.Handle((await here.RequirePlace(stop)).Id, Form.Kind, HttpContext.ArrivedFile("Form.File"), acting.RequirePerson().PersonId, stop);
        if (taken.Succeeded)
        {
            return LocalRedirect($"/work/bring-in/{taken.Value}/columns");
        }

        await Read(stop);
        return this.Again(taken);
    }

    private async Task Read(CancellationToken stop) =>
        Arrivals = await db.Arrivals((await here.RequirePlace(stop)).Id).AsNoTracking().OrderByDescending(one => one.ArrivedAt).Take(50).ToListAsync(stop);
}
