using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Choice = Trellis.Platform.Web.Components.Choice;

namespace Trellis.Groups.Entering;

/// <summary>Where a worker enters a group by hand. Before anything is saved, the groups that it may be are shown.</summary>
[Requires(GroupRules.EnterGroup)]
internal sealed class EnterPageModel(Here here, Gazetteers gazetteers, EnterGroup enter) : PageModel
{
    [BindProperty]
    public EnterForm Form { get; set; } = new();

    public IReadOnlyList<LikelyTwins.Twin> Twins { get; private set; } = [];

    public IReadOnlyList<Choice> Wards { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        Form.Ticket = Guid.CreateVersion7();
        await Read(stop);
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var place = await Read(stop);
        var entered = await enter.Handle(place.Id, Form, stop);
        if (!entered.Succeeded)
        {
            return this.Again(entered);
        }

        Twins = entered.Value.Twins;
        return entered.Value.Slug is { } slug ? LocalRedirect("/groups/" + slug) : Page();
    }

    public static IReadOnlyList<Choice> Kinds(Platform.Texts.Texts t) => [.. Enum.GetValues<OrganisationKind>().Select(kind => new Choice(kind.ToString(), t[GroupWords.Of(kind)]))];

    private async Task<Place> Read(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        Wards = [.. (await gazetteers.Of(place.Id, stop)).Of(AreaKind.Ward).Select(ward => new Choice(ward.Code, ward.Name))];
        return place;
    }
}
