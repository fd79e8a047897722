using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Claiming;
using Trellis.Groups.Documents;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Groups.Telling;

/// <summary>Tells a group's own people and the staff who changed what of its entry, when and why.</summary>
[Requires(GroupRules.SeeHistory)]
internal sealed class GroupHistoryModel(Db db, Here here, Acting acting, RuleBook rules, FindGroup find, ReadFileLines files, ReadHistory read, Platform.Texts.Texts t) : PageModel
{
    public Organisation Group { get; private set; } = null!;

    public HistoryView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string slug, long? before, string? format, CancellationToken stop)
    {
        if (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } group)
        {
            return NotFound();
        }

        Group = group;
        var withNames = acting.RequirePerson().May(rules[GroupRules.SeeHistoryNames], group.PlaceId, group.Id);
        var asked = new HistoryAsked(await Records(stop), group.PlaceId) { GroupId = group.Id, WithNames = withNames, Others = await files.Of(group.Id, withNames, stop) };
        if (format == "csv")
        {
            return HistoryView.File(read, asked, group.Slug + "-history", t, stop);
        }

        View = new(await read.Part(asked, before, stop), $"/groups/{group.Slug}/history", before);
        return Page();
    }

    /// <summary>The entry, who claimed it, who was invited, who held a role in it, and its documents for those who may read them all.</summary>
    private async Task<IReadOnlyCollection<Guid>> Records(CancellationToken stop)
    {
        var id = Group.Id;
        return
        [
            id,
            .. await db.Set<Claim>().Where(one => one.OrganisationId == id).Select(one => one.Id).ToListAsync(stop),
            .. await db.Set<Appointment>().Where(one => one.ScopeId == id).Select(one => one.Id).ToListAsync(stop),
            .. acting.RequirePerson().May(rules[GroupRules.ReadOwnDocuments], Group.PlaceId, id) ? await db.DocumentsOf(id).Select(one => one.Id).ToListAsync(stop) : [],
            .. await db.Set<Invitation>().Where(one => one.ScopeId == id).Select(one => one.Id).ToListAsync(stop),
        ];
    }
}
