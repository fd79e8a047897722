using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Support.Topics;

/// <summary>Where managers and administrators keep what help can be about.</summary>
[Requires(TopicRules.KeepTopics)]
internal sealed class TopicsPageModel(Here here, Db db, TopicTree tree, AddTopic add, ChangeTopic change) : PageModel
{
    public sealed class Answers
    {
        public string? Called { get; set; }

        public Guid? Within { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>The topic that is changed; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "topic")]
    public Guid? About { get; set; }

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public IEnumerable<Topic> FirstLevel => Topics.Where(topic => topic.ParentId is null);

    public IEnumerable<Topic> Within(Topic first) => Topics.Where(topic => topic.ParentId == first.Id);

    public async Task OnGet(CancellationToken stop) => await Read(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        About = null;
        return await Done(await add.Handle((await here.RequirePlace(stop)).Id, Form.Called, Form.Within, stop), stop);
    }

    public async Task<IActionResult> OnPostRename(CancellationToken stop) =>
        await One(stop) is { } topic ? await Done(await change.Rename(topic, Form.Called, stop), stop) : NotFound();

    public async Task<IActionResult> OnPostRetire(bool back, CancellationToken stop) =>
        await One(stop) is { } topic ? await Done(await change.Retire(topic, back, stop), stop) : NotFound();

    public async Task<IActionResult> OnPostMove(bool up, CancellationToken stop) =>
        await One(stop) is { } topic ? await Done(await change.Move(topic, up, stop), stop) : NotFound();

    private async Task<Topic?> One(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        return await db.Topics(place.Id).FirstOrDefaultAsync(topic => topic.Id == About, stop);
    }

    private async Task<IActionResult> Done(Result<Guid> done, CancellationToken stop)
    {
        if (done.Succeeded)
        {
            return LocalRedirect("/work/topics#t-" + done.Value);
        }

        await Read(stop);
        return this.Again(done);
    }

    private async Task Read(CancellationToken stop) => Topics = await tree.All((await here.RequirePlace(stop)).Id, stop);
}
