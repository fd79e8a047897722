using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Web;
using Trellis.Support.Checks.Instruments;
using Choice = Trellis.Platform.Web.Components.Choice;

namespace Trellis.Support.Checks.Starting;

/// <summary>Where a group's lead, or a worker on its word, begins a health check.</summary>
[Requires(CheckRules.Run)]
internal sealed class BeginModel(FindCheck find, InstrumentFiles files, StartCheck start, Acting acting) : PageModel
{
    [BindProperty]
    public StartCheck.Form Form { get; set; } = new();

    public OrganisationSummary Group { get; private set; } = null!;

    public bool IsOwn { get; private set; }

    public IReadOnlyList<Choice> Offered => [.. files.All.Select(one => new Choice($"{one.Key}@{one.Version}", one.Title, one.For))];

    /// <summary>Files of instruments that cannot be used, and why; for the staff, who can see to it.</summary>
    public IReadOnlyList<Problem> Faults => IsOwn ? [] : files.Faults;

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var begun = await start.Handle(Group, Form, acting.RequirePerson().PersonId, IsOwn, stop);
        return begun.Succeeded ? LocalRedirect($"/groups/{slug}/check/{begun.Value}") : this.Again(begun);
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await find.Group(slug, stop) is not { } group)
        {
            return false;
        }

        (Group, IsOwn) = (group, find.IsOwn(group));
        return true;
    }
}
