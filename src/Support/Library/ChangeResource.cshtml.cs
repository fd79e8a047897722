using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;
using Trellis.Support.Plans;
using Trellis.Support.Topics;

namespace Trellis.Support.Library;

/// <summary>Where a worker changes a resource, says that it is still right, or retires it.</summary>
[Requires(LibraryServices.KeepLibrary)]
[ReceivesFile]
internal sealed class ChangeResourceModel(Here here, Db db, KeepResource keep, LibraryNeeds needs) : PageModel
{
    [BindProperty]
    public ResourceForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public Resource Resource { get; private set; } = null!;

    public IReadOnlyList<Choice> Topics { get; private set; } = [];

    /// <summary>Somebody else saved since the form was opened.</summary>
    public bool Meanwhile { get; private set; }

    public async Task<IActionResult> OnGet(Guid resource, CancellationToken stop)
    {
        if (!await Find(resource, stop))
        {
            return NotFound();
        }

        (Form, Version) = (ResourceForm.Of(Resource), Resource.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid resource, CancellationToken stop)
    {
        if (!await Find(resource, stop))
        {
            return NotFound();
        }

        var changed = await keep.Change(Resource, Version, new(Resource.PlaceId, Form, HttpContext.ArrivedFile("Form.File"), needs.Me), stop);
        return !changed.Succeeded ? this.Again(changed)
            : changed.Value ? LocalRedirect("/work/library")
            : await Find(resource, stop) ? Conflicting() : NotFound();
    }

    public async Task<IActionResult> OnPostRetire(Guid resource, bool back, CancellationToken stop)
    {
        if (!await Find(resource, stop))
        {
            return NotFound();
        }

        await keep.Retire(Resource, back, stop);
        return LocalRedirect("/work/library");
    }

    private PageResult Conflicting()
    {
        Meanwhile = true;
        Version = Resource.Version;
        return this.Outdated();
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.Resources(place.Id).FirstOrDefaultAsync(one => one.Id == id, stop) is not { } resource)
        {
            return false;
        }

        Resource = resource;
        Topics = TopicChoices.Of([.. (await needs.Topics.All(place.Id, stop)).Where(topic => topic.RetiredAt is null || topic.Id == resource.TopicId)]);
        return true;
    }
}
