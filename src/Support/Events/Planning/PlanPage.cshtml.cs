using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;
using Trellis.Support.Topics;

namespace Trellis.Support.Events.Planning;

/// <summary>Where a worker plans an event.</summary>
[Requires(EventRules.RunEvents)]
internal sealed class PlanPageModel(Here here, Acting acting, PlanEvent plan, TopicTree topics) : PageModel
{
    [BindProperty]
    public EventForm Form { get; set; } = new();

    [BindProperty]
    public Guid Ticket { get; set; }

    public IReadOnlyList<Choice> Topics { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        Ticket = Guid.CreateVersion7();
        await Read(stop);
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var planned = await plan.Handle((await here.RequirePlace(stop)).Id, acting.RequirePerson().PersonId, Ticket, Form, stop);
        if (planned.Succeeded)
        {
            return LocalRedirect("/work/events/" + planned.Value);
        }

        await Read(stop);
        return this.Again(planned);
    }

    private async Task Read(CancellationToken stop)
    {
        Form.Padded();
        Topics = TopicChoices.Of(await topics.Offered((await here.RequirePlace(stop)).Id, stop));
    }
}
