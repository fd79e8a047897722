using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Support.Coming;

/// <summary>One file out of another system: what would come in, what is asked, and later what came of it.</summary>
[Requires(ComingRules.BringIn)]
internal sealed class OneArrivalModel(Here here, Db db, LookAhead look, SayWhatIsMeant say, BringIn bring, TakeBack back, DropFile drop, FileKinds kinds) : PageModel
{
    public const int OnAPage = 40;
    public const int MostWords = 100;
    public const int MostLines = 100;

    public sealed class Answers
    {
        public List<SaidWord> Groups { get; set; } = [];

        public List<SaidWord> Topics { get; set; } = [];

        public List<SaidWord> Ways { get; set; } = [];

        public List<SaidWord> Workers { get; set; } = [];

        public string? Why { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>The first group that is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public int From { get; set; }

    public Arrival Arrival { get; private set; } = null!;

    public string Address => "/work/bring-in/" + Arrival.Id;

    /// <summary>Null where the file waits no longer.</summary>
    public Looked? Looked { get; private set; }

    public int StillThere { get; private set; }

    /// <summary>What somebody has changed since it came in: it stays where the rest is taken back.</summary>
    public IReadOnlyList<ChangedSince> Changed { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid arrival, CancellationToken stop)
    {
        if (!await Find(arrival, stop))
        {
            return NotFound();
        }

        await Show(stop);
        return Looked?.Missing.Count > 0 ? LocalRedirect(Address + "/columns") : Page();
    }

    public async Task<IActionResult> OnPostGroups(Guid arrival, CancellationToken stop) =>
        await Find(arrival, stop) ? await Answer(await say.Groups(Arrival, Form.Groups, stop), "#groups", stop) : NotFound();

    public async Task<IActionResult> OnPostWords(Guid arrival, CancellationToken stop) =>
        await Find(arrival, stop) ? await Answer(await say.Words(Arrival, Form.Topics, Form.Ways, Form.Workers, stop), "#words", stop) : NotFound();

    public async Task<IActionResult> OnPostBring(Guid arrival, CancellationToken stop) =>
        await Find(arrival, stop) ? await Answer(await bring.Handle(Arrival.PlaceId, Arrival.Id, stop), "", stop) : NotFound();

    public async Task<IActionResult> OnPostBack(Guid arrival, CancellationToken stop) =>
        await Find(arrival, stop) ? await Answer(await back.Handle(Arrival.PlaceId, Arrival.Id, Form.Why, stop), "", stop) : NotFound();

    public async Task<IActionResult> OnPostDrop(Guid arrival, CancellationToken stop)
    {
        if (!await Find(arrival, stop))
        {
            return NotFound();
        }

        var dropped = await drop.Handle(Arrival.PlaceId, Arrival.Id, stop);
        return dropped.Succeeded ? LocalRedirect("/work/bring-in") : await Answer(dropped, "", stop);
    }

    private async Task<IActionResult> Answer<T>(Result<T> done, string where, CancellationToken stop)
    {
        if (done.Succeeded)
        {
            return LocalRedirect(Address + (From > 0 ? $"?from={From}" : "") + where);
        }

        await Find(Arrival.Id, stop);
        await Show(stop);
        return this.Again(done);
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        Arrival = (await db.Arrivals(place.Id).FirstOrDefaultAsync(one => one.Id == id, stop))!;
        return Arrival is not null;
    }

    private async Task Show(CancellationToken stop)
    {
        if (Arrival.State == ArrivalState.Waiting)
        {
            Looked = await look.Handle(Arrival, stop);
            From = Math.Clamp(From, 0, Math.Max(0, (Looked?.Groups.Count ?? 1) - 1)) / OnAPage * OnAPage;
            return;
        }

        StillThere = await kinds.Of(Arrival).StillThere(Arrival, stop);
        Changed = await kinds.Of(Arrival).Changed(Arrival, MostLines, stop);
    }
}
