using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Documents;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;
using Trellis.Support.Plans;
using Trellis.Support.Topics;

namespace Trellis.Support.Library;

/// <summary>Where workers keep the library of the place.</summary>
[Requires(LibraryServices.KeepLibrary)]
[ReceivesFile]
internal sealed class WorkLibraryModel(Here here, FindResources find, KeepResource keep, BringStarters starters, LibraryNeeds needs) : PageModel
{
    [BindProperty]
    public ResourceForm Form { get; set; } = new() { Stage = nameof(Stage.Any) };

    public IReadOnlyList<FindResources.Line> Lines { get; private set; } = [];

    public IReadOnlyList<Choice> Topics { get; private set; } = [];

    public bool LooksAtLinks => needs.LooksAtLinks;

    public DateOnly Today => needs.Today;

    public bool HasStarters { get; private set; }

    public async Task OnGet(CancellationToken stop) => await Read(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var added = await keep.Add(new(place.Id, Form, HttpContext.ArrivedFile("Form.File"), needs.Me), stop);
        if (added.Succeeded)
        {
            return LocalRedirect("/work/library");
        }

        await Read(stop);
        return this.Again(added);
    }

    public async Task<IActionResult> OnPostStarters(CancellationToken stop)
    {
        await starters.Handle((await here.RequirePlace(stop)).Id, stop);
        return LocalRedirect("/work/library");
    }

    private async Task Read(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        Lines = await find.All(place.Id, stop);
        Topics = TopicChoices.Of(await needs.Topics.Offered(place.Id, stop));
        HasStarters = BringStarters.All.All(one => Lines.Any(line => line.Resource.Key == one.Key));
    }
}

/// <summary>What the worker's pages of the library are made with.</summary>
internal sealed class LibraryNeeds(Acting acting, TopicTree topics, CheckLinks links, TimeProvider clock)
{
    public Guid Me => acting.RequirePerson().PersonId;

    public TopicTree Topics => topics;

    /// <summary>Whether the operator has switched it on.</summary>
    public bool LooksAtLinks => links.IsOn;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
