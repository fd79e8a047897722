using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;
using Trellis.Support.Log;
using Trellis.Support.Topics;

namespace Trellis.Support.Enquiries;

/// <summary>Where anybody who thinks of starting something, or has no account, asks for help.</summary>
[AllowAnonymous]
internal sealed class AnybodyAsksModel(Here here, TakeInEnquiry take, Rates rates, TopicTree topics) : PageModel
{
    private const int MostFromANetwork = 10;

    [BindProperty]
    public EnquiryForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public IReadOnlyList<Choice> Topics { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        Form.Ticket = Guid.CreateVersion7();
        Topics = TopicChoices.Of(await topics.Offered((await here.RequirePlace(stop)).Id, stop));
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        Topics = TopicChoices.Of(await topics.Offered(place.Id, stop));
        if (string.IsNullOrEmpty(Form.Website))
        {
            var done = await rates.Allow("enquiry-from:" + HttpContext.Network(), MostFromANetwork, TimeSpan.FromHours(1), stop)
                ? await take.Handle(place.Id, null, Channel.Website, Form, null, stop)
                : new Problem("", "That was a lot in a short time. Please come back in an hour; nothing you sent before is lost.");
            if (!done.Succeeded)
            {
                return this.Again(done);
            }
        }

        return LocalRedirect("/ask-for-help?sent=true");
    }
}
