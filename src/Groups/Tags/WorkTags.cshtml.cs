using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Tags;

/// <summary>Where administrators keep the place's vocabulary of tags.</summary>
[Requires(GroupRules.KeepTags)]
internal sealed class WorkTagsModel(Here here, Db db, ReadTags read, AddTag add, RenameTag rename, MergeTags merge, RetireTag retire) : PageModel
{
    public sealed class Answers
    {
        public string? Called { get; set; }

        public bool ForAll { get; set; }

        public Guid? Into { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>The tag that is changed; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "tag")]
    public Guid? About { get; set; }

    public IReadOnlyList<(PlaceTag Tag, int Groups)> Tags { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => await Read(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        About = null;
        return await Done(await add.Handle((await here.RequirePlace(stop)).Id, Form.Called, Form.ForAll, stop), stop);
    }

    public async Task<IActionResult> OnPostRename(CancellationToken stop) =>
        await One(stop) is { } tag ? await Done(await rename.Handle(tag, Form.Called, Form.ForAll, stop), stop) : NotFound();

    public async Task<IActionResult> OnPostMerge(CancellationToken stop) =>
        await One(stop) is { } tag ? await Done(await merge.Handle(tag, Form.Into, stop), stop) : NotFound();

    public async Task<IActionResult> OnPostRetire(bool back, CancellationToken stop)
    {
        if (await One(stop) is not { } tag)
        {
            return NotFound();
        }

        await retire.Handle(tag, back, stop);
        return LocalRedirect("/work/tags");
    }

    private async Task<PlaceTag?> One(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        return await db.Set<PlaceTag>().FirstOrDefaultAsync(tag => tag.Id == About && tag.PlaceId == place.Id, stop);
    }

    private async Task<IActionResult> Done(Result<Guid> done, CancellationToken stop)
    {
        if (done.Succeeded)
        {
            return LocalRedirect("/work/tags");
        }

        await Read(stop);
        return this.Again(done);
    }

    private async Task Read(CancellationToken stop) => Tags = await read.All((await here.RequirePlace(stop)).Id, stop);
}
