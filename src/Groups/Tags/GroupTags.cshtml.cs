using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Choice = Trellis.Platform.Web.Components.Choice;

namespace Trellis.Groups.Tags;

/// <summary>Where a worker puts the place's tags on a group.</summary>
[Requires(GroupRules.TagGroups)]
internal sealed class GroupTagsModel(Here here, FindGroup find, ReadTags tags, TagGroup put, Platform.Texts.Texts t) : PageModel
{
    public sealed class Answers
    {
        public List<Guid> Stood { get; set; } = [];

        public List<string> Chosen { get; set; } = [];
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public Organisation Group { get; private set; } = null!;

    /// <summary>Those that are offered, and those it has.</summary>
    public IReadOnlyList<Choice> Offered { get; private set; } = [];

    public IReadOnlyList<Guid> Has { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        Form.Chosen = [.. Has.Select(tag => tag.ToString())];
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var chosen = Form.Chosen.Select(text => Guid.TryParse(text, out var tag) ? tag : Guid.Empty).ToList();
        var done = await put.Handle(new(Group, Form.Stood, chosen), stop);
        return done.Succeeded ? LocalRedirect($"/groups/{slug}") : this.Again(done);
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } group)
        {
            return false;
        }

        Group = group;
        Offered = [.. (await tags.All(group.PlaceId, stop)).Where(one => one.Tag.RetiredAt is null).Select(one => new Choice(one.Tag.Id.ToString(), one.Tag.Name, one.Tag.IsPublic ? t["Everybody sees it"] : t["For the staff alone"]))];
        Has = [.. (await tags.Of(group.Id, alsoTheStaffs: true, stop)).Select(tag => tag.Id)];
        return true;
    }
}
