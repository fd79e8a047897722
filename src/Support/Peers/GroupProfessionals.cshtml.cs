using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;
using Trellis.Support.Plans;

namespace Trellis.Support.Peers;

/// <summary>Which professionals work for a group, and where one is offered to it.</summary>
[Requires(PeerServices.KeepProfessionalsRule)]
internal sealed class GroupProfessionalsModel(PlanDesk desk, Db db, KeepProfessionals keep, TimeProvider clock) : PageModel
{
    public sealed class Answers
    {
        public string? Professional { get; set; }

        public string? What { get; set; }

        public string? State { get; set; }

        public string? Minutes { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>The piece of work that is meant.</summary>
    [BindProperty(SupportsGet = true, Name = "about")]
    public Guid About { get; set; }

    public OrganisationSummary Group { get; private set; } = null!;

    public IReadOnlyList<(ProfessionalWork Work, string? Name)> Works { get; private set; } = [];

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var offered = await keep.Offer(Group, Form.Professional, Form.What, stop);
        return offered.Succeeded ? LocalRedirect($"/groups/{slug}/professionals") : this.Again(offered);
    }

    public async Task<IActionResult> OnPostState(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop) || await db.ProfessionalWorks(Group.PlaceId).FirstOrDefaultAsync(one => one.Id == About && one.OrganisationId == Group.Id, stop) is not { } work)
        {
            return NotFound();
        }

        var said = await keep.Say(work, Form.State, Form.Minutes, stop);
        return said.Succeeded ? LocalRedirect($"/groups/{slug}/professionals") : this.Again(said);
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await desk.Group(slug, stop) is not { } group)
        {
            return false;
        }

        Group = group;
        var people = await db.Professionals(group.PlaceId).AsNoTracking().OrderBy(one => one.Name).ThenBy(one => one.Id).ToListAsync(stop);
        var works = await db.ProfessionalWorks(group.PlaceId).AsNoTracking().Where(one => one.OrganisationId == group.Id).OrderByDescending(one => one.OfferedOn).ThenByDescending(one => one.Id).ToListAsync(stop);
        Works = works.ConvertAll(work => (work, people.FirstOrDefault(one => one.Id == work.ProfessionalId)?.Name));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        People = [.. people.Where(one => one.UntilOn >= today).Select(one => new Choice(one.Id.ToString(), $"{one.Name}: {one.Skills}"))];
        return true;
    }
}
