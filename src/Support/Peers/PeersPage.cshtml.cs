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

/// <summary>What a group offers to others and asks of them, and with whom it was brought together.</summary>
[Requires(PeerServices.KeepPeerHelp)]
internal sealed class PeersPageModel(PlanDesk desk, Db db, OfferHelp offer, Introduce introduce, LogPeerHours log) : PageModel
{
    [BindProperty]
    public OfferHelp.Form Form { get; set; } = new();

    [BindProperty]
    public LogPeerHours.Form Hours { get; set; } = new();

    /// <summary>The introduction or the help that is meant.</summary>
    [BindProperty(SupportsGet = true, Name = "about")]
    public Guid About { get; set; }

    public OrganisationSummary Group { get; private set; } = null!;

    public OfferHelp.Seen Seen { get; private set; } = null!;

    public bool IsLead { get; private set; }

    public bool IsStaff { get; private set; }

    public Guid Ticket { get; } = Guid.CreateVersion7();

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var added = await offer.Handle(Group, Form, stop);
        return added.Succeeded ? Back() : this.Again(added);
    }

    public async Task<IActionResult> OnPostEnd(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop) || !await offer.End(Group, About, stop))
        {
            return NotFound();
        }

        return Back();
    }

    public async Task<IActionResult> OnPostAnswer(string slug, bool yes, CancellationToken stop)
    {
        if (!await Find(slug, stop) || !IsLead || await One(stop) is not { } introduction || await introduce.Answer(introduction, Group.Id, yes, stop) is not { } answered)
        {
            return NotFound();
        }

        return answered.Succeeded ? Back() : this.Again(answered);
    }

    public async Task<IActionResult> OnPostHours(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop) || !IsStaff || await One(stop) is not { State: IntroductionState.Introduced } introduction)
        {
            return NotFound();
        }

        var logged = await log.Handle(introduction, Hours, desk.Me, stop);
        return logged.Succeeded ? Back() : this.Again(logged, "Hours");
    }

    private LocalRedirectResult Back() => LocalRedirect($"/groups/{Group.Slug}/peers");

    private Task<Introduction?> One(CancellationToken stop) => db.Introductions(Group.PlaceId).FirstOrDefaultAsync(one => one.Id == About && (one.HelperId == Group.Id || one.HelpedId == Group.Id), stop);

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await desk.Group(slug, stop) is not { } group)
        {
            return false;
        }

        (Group, IsStaff) = (group, desk.IsStaff(group));
        IsLead = desk.IsOfGroup(group); // the rule lets only its leads in
        Seen = await offer.Read(group, stop);
        return true;
    }
}
