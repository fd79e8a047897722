using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Pinning;

/// <summary>Where a worker sees what the sources of a group disagree about, and fixes which of them is shown.</summary>
[Requires(GroupRules.PinFacts)]
internal sealed class PinsPageModel(Here here, Acting acting, ReadStanding read, NoteReading note, ReadDisagreements disagreements, PinFact pin, UnpinFact unpin) : PageModel
{
    public sealed class Answers
    {
        public string? Reason { get; set; }

        public Guid Record { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>The fact that is meant.</summary>
    [BindProperty]
    public Field? About { get; set; }

    public ReadStanding.Standing Standing { get; private set; } = null!;

    public IReadOnlyList<ReadDisagreements.Disagreement> Facts { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var pinned = await pin.Handle(Standing.Group.PlaceId, new(Standing.Group.Id, About, Form.Record, Form.Reason, acting.RequirePerson().RoleOfWorker(Standing.Group.PlaceId)), stop);
        return pinned.Succeeded ? LocalRedirect($"/groups/{slug}/pins") : this.Again(pinned);
    }

    public async Task<IActionResult> OnPostUnpin(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        if (About is { } field)
        {
            await unpin.Handle(Standing.Group.PlaceId, Standing.Group.Id, field, stop);
        }

        return LocalRedirect($"/groups/{slug}/pins");
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await read.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } found)
        {
            return false;
        }

        await note.Of(found, Authority.Worker, stop);
        (Standing, Facts) = (found, disagreements.Handle(found));
        return true;
    }
}
