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

/// <summary>Where a worker writes down what somebody asked by phone, by email or at the door.</summary>
[Requires(SupportRules.AnswerEnquiries)]
internal sealed class NewEnquiryModel(Here here, Acting acting, Db db, TakeInEnquiry take, TopicTree topics, Platform.Texts.Texts t) : PageModel
{
    [BindProperty]
    public EnquiryForm Form { get; set; } = new();

    /// <summary>Whoever writes it down answers it.</summary>
    [BindProperty(Name = "Form.Mine")]
    public bool Mine { get; set; }

    public OrganisationSummary? Group { get; private set; }

    public IReadOnlyList<Choice> Topics { get; private set; } = [];

    public IReadOnlyList<Choice> Channels => [.. Enum.GetValues<Channel>().Select(channel => new Choice(channel.ToString(), t[EnquiryWords.Of(channel)]))];

    public async Task OnGet(string? group, CancellationToken stop)
    {
        (Form.Group, Form.Ticket, Form.Channel, Mine) = (group, Guid.CreateVersion7(), nameof(Channel.Phone), true);
        await Show(stop);
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await Show(stop);
        var channel = Enum.TryParse<Channel>(Form.Channel, out var said) && Enum.IsDefined(said) ? said : Channel.Phone;
        var done = await take.Handle((await here.RequirePlace(stop)).Id, Group?.Id, channel, Form, Mine ? acting.RequirePerson().PersonId : null, stop);
        return done.Succeeded ? LocalRedirect("/work/enquiries/" + done.Value) : this.Again(done);
    }

    private async Task Show(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        Group = Form.Group is { Length: > 0 } slug ? await db.OrganisationAt(place.Id, slug, stop) : null;
        Topics = TopicChoices.Of(await topics.Offered(place.Id, stop));
    }
}
