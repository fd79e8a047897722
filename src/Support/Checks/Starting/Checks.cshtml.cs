using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks.Starting;

/// <summary>A group's health checks.</summary>
[Requires(CheckRules.See)]
internal sealed class ChecksModel(FindCheck find, Acting acting, RuleBook rules) : PageModel
{
    public OrganisationSummary Group { get; private set; } = null!;

    public bool IsOwn { get; private set; }

    public bool Runs { get; private set; }

    public IReadOnlyList<Assessment> All { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        if (await find.Group(slug, stop) is not { } group)
        {
            return NotFound();
        }

        (Group, IsOwn, All) = (group, find.IsOwn(group), await find.All(group, stop));
        Runs = acting.RequirePerson().May(rules[CheckRules.Run], group.PlaceId, group.Id);
        return Page();
    }
}
