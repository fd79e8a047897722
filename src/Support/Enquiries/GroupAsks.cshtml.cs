using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;
using Trellis.Support.Log;
using Trellis.Support.Topics;

namespace Trellis.Support.Enquiries;

/// <summary>Where the lead or a member of a group asks the place's workers for help.</summary>
[Requires(SupportRules.AskForHelp)]
internal sealed class GroupAsksModel(Here here, Acting acting, Db db, TakeInEnquiry take, TopicTree topics) : PageModel
{
    [BindProperty]
    public EnquiryForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public OrganisationSummary Group { get; private set; } = null!;

    public IReadOnlyList<Choice> Topics { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        Form.Ticket = Guid.CreateVersion7();
        return await Find(slug, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var me = acting.RequirePerson();
        (Form.Who, Form.Email) = (me.Name.Length > 0 ? me.Name : me.Email, me.Email);
        var done = await take.Handle(Group.PlaceId, Group.Id, Channel.Website, Form, null, stop);
        return done.Succeeded ? LocalRedirect($"/groups/{slug}/ask-for-help?sent=true") : this.Again(done);
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        Topics = TopicChoices.Of(await topics.Offered(place.Id, stop));
        return (Group = (await db.OrganisationAt(place.Id, slug, stop))!) is not null;
    }
}
