using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Support.Log;

namespace Trellis.Support.Above;

/// <summary>A worker's day: what was agreed and is due, their groups, and those that nobody has spoken with for half a year.</summary>
[Requires(SupportRules.LogHelp)]
internal sealed class MyGroupsModel(Here here, Acting acting, NextContacts next, ReadMyGroups groups, TimeProvider clock) : PageModel
{
    public IReadOnlyList<NextContact> Overdue { get; private set; } = [];

    public IReadOnlyList<NextContact> Due { get; private set; } = [];

    public IReadOnlyList<HelpedGroup> Groups { get; private set; } = [];

    public IReadOnlyList<HelpedGroup> Quiet => [.. Groups.Where(group => group.Last < Today.AddMonths(-6))];

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task OnGet(CancellationToken stop)
    {
        var (place, me) = (await here.RequirePlace(stop), acting.RequirePerson().PersonId);
        var agreed = await next.Of(place.Id, null, me, stop);
        Overdue = [.. agreed.Where(one => one.On < Today)];
        Due = [.. agreed.Where(one => !(one.On < Today))];
        Groups = await groups.Handle(place.Id, me, stop);
    }
}
