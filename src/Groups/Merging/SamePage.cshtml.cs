using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;
using Trellis.Platform.Web;

namespace Trellis.Groups.Merging;

/// <summary>Where a worker who has found a group twice in the directory makes one entry of the two.</summary>
[Requires(GroupRules.DecideAlike)]
internal sealed class SamePageModel(Here here, Acting acting, FindGroup find, GroupSearch search, ReadAlike read, MergeOrganisations merge, Texts t) : PageModel
{
    private const int MostFound = 10;

    public sealed class Answers
    {
        /// <summary>The address of the one that stays.</summary>
        public string? Keep { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>What the other one is searched by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The address of the other one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? With { get; set; }

    public Organisation Group { get; private set; } = null!;

    public Organisation? Other { get; private set; }

    public IReadOnlyList<ReadAlike.Line> Lines { get; private set; } = [];

    public IReadOnlyList<FoundGroup> Found { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Read(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Read(slug, stop))
        {
            return NotFound();
        }

        var done = await Merge(stop);
        return done.Succeeded ? LocalRedirect("/groups/" + Form.Keep) : this.Again(done);
    }

    private async Task<Result<Guid>> Merge(CancellationToken stop)
    {
        if (Other is null)
        {
            return new Problem("", "Choose the other entry first. It may have become part of another meanwhile.");
        }

        if (Form.Keep != Group.Slug && Form.Keep != Other.Slug)
        {
            return new Problem(nameof(Form.Keep), "Choose which entry stays.");
        }

        var (keep, part) = Form.Keep == Group.Slug ? (Group, Other) : (Other, Group);
        var role = acting.RequirePerson().RoleOfWorker(Group.PlaceId); // who it was stands in the history, from which it can be erased
        return await merge.Handle(new(Group.PlaceId, keep.Id, part.Id, t[role.Title()], Form.Reason ?? ""), stop);
    }

    private async Task<bool> Read(string slug, CancellationToken stop)
    {
        var place = (await here.RequirePlace(stop)).Id;
        if (await find.Handle(place, slug, stop) is not { } group)
        {
            return false;
        }

        Group = group;
        Other = With is { Length: > 0 } && With != slug ? await find.Handle(place, With, stop) : null;
        if (Other is not null)
        {
            Lines = await read.Beside(Group, Other, stop);
        }
        else if (!string.IsNullOrWhiteSpace(Q))
        {
            Found = [.. (await search.Find(Q, MostFound + 1, stop)).Where(one => one.Id != group.Id).Take(MostFound)];
        }

        return true;
    }
}
