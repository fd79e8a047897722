using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Confidential;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Support.Relationship;

/// <summary>The screen on which a worker sees one group whole: what is open, what help it had, its plan, its health checks, its training.</summary>
[Requires(SupportRules.SeeSupport)]
internal sealed class SupportPageModel(Here here, Db db, Acting acting, RuleBook rules, IEnumerable<ISupportParts> parts) : PageModel
{
    public OrganisationSummary Group { get; private set; } = null!;

    public IReadOnlyList<SupportPart> Parts { get; private set; } = [];

    /// <summary>Something was logged just now.</summary>
    public bool Logged { get; private set; }

    public bool MayLog => May(SupportRules.LogHelp);

    public bool MayKeepConfidential => May(ConfidentialRules.Keep);

    public async Task<IActionResult> OnGet(string slug, Guid? logged, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.OrganisationAt(place.Id, slug, stop) is not { } group)
        {
            return NotFound();
        }

        (Group, Logged) = (group, logged is not null);
        var shown = new List<SupportPart>();
        foreach (var part in parts.OrderBy(part => part.Order))
        {
            if (await part.For(group, stop) is { } one)
            {
                shown.Add(one);
            }
        }

        Parts = shown;
        return Page();
    }

    private bool May(string rule) => acting.RequirePerson().May(rules[rule], Group.PlaceId, Group.Id);
}
