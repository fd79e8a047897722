using Microsoft.EntityFrameworkCore;
using Trellis.Support.Plans;

namespace Trellis.Tests.Access.Matrix;

/// <summary>How the ways to plans of groups are tried.</summary>
internal static class PlanRows
{
    /// <summary>An action of each group.</summary>
    private static readonly Dictionary<Whose, Guid> Action = Enum.GetValues<Whose>().ToDictionary(whose => whose, _ => Guid.CreateVersion7());

    private static readonly Dictionary<Whose, Guid> Bid = Enum.GetValues<Whose>().ToDictionary(whose => whose, _ => Guid.CreateVersion7());

    private static readonly Dictionary<Whose, Guid> Resource = Enum.GetValues<Whose>().ToDictionary(whose => whose, _ => Guid.CreateVersion7());

    public static readonly Row[] All =
    [
        .. Rows.Pages("/work/plans", "/library", "/work/library", "/work/peers", "/work/professionals"),
        Rows.Post("/work/library", 422),
        Rows.Post("/work/library?handler=Starters", 302),
        OfResource("GET /library/{resource:guid}", "/library/", "", 200),
        Rows.NeverThere("GET /library/{resource:guid}?handler=File", "/library/00000000-0000-7000-8000-000000000001?handler=File"), // a link alone
        OfResource("GET /work/library/{resource:guid}", "/work/library/", "", 200),
        OfResource("POST /work/library/{resource:guid}", "/work/library/", "", 422),
        OfResource("POST /work/library/{resource:guid}?handler=Retire", "/work/library/", "?handler=Retire", 302),
        Rows.OfGroup("GET /groups/{slug}/plan", "/plan", 200),
        Rows.OfGroup("GET /groups/{slug}/choose-actions", "/choose-actions", 200),
        Rows.OfGroup("POST /groups/{slug}/choose-actions", "/choose-actions", 422),
        Rows.OfGroup("POST /groups/{slug}/choose-actions?handler=Chosen", "/choose-actions?handler=Chosen", 422),
        Rows.OfGroup("GET /groups/{slug}/close-plan", "/close-plan", 200),
        Rows.OfGroup("POST /groups/{slug}/close-plan", "/close-plan", 302, 422),
        OfAction("GET", "change-action", 200),
        OfAction("POST", "change-action", 422),
        new("POST /groups/{slug}/change-action/{action:guid}?handler=Use") { Good = [422], IsOfGroup = true, Before = Put, At = (_, _, whose) => $"/groups/{World.Slug(whose)}/change-action/{Action[whose]}?handler=Use" },
        OfAction("GET", "finish-action", 200),
        OfAction("POST", "finish-action", 409, 422),
        Rows.OfGroup("GET /groups/{slug}/bids", "/bids", 200),
        Rows.OfGroup("POST /groups/{slug}/bids", "/bids", 422),
        Rows.OfGroup("GET /groups/{slug}/peers", "/peers", 200),
        Rows.OfGroup("POST /groups/{slug}/peers", "/peers", 422),
        Rows.NeverThere("POST /groups/{slug}/peers?handler=End", "/groups/sale-choir/peers?handler=End&about=00000000-0000-7000-8000-000000000001"),
        Rows.NeverThere("POST /groups/{slug}/peers?handler=Answer", "/groups/sale-choir/peers?handler=Answer&about=00000000-0000-7000-8000-000000000001"),
        Rows.NeverThere("POST /groups/{slug}/peers?handler=Hours", "/groups/sale-choir/peers?handler=Hours&about=00000000-0000-7000-8000-000000000001"),
        Rows.Post("/work/peers", 422),
        Rows.OfGroup("GET /groups/{slug}/professionals", "/professionals", 200),
        Rows.OfGroup("POST /groups/{slug}/professionals", "/professionals", 422),
        Rows.NeverThere("POST /groups/{slug}/professionals?handler=State", "/groups/sale-choir/professionals?handler=State&about=00000000-0000-7000-8000-000000000001"),
        Rows.Post("/work/professionals", 422),
        Rows.NeverThere("POST /work/professionals?handler=Remove", "/work/professionals?handler=Remove&person=00000000-0000-7000-8000-000000000001"),
        OfBid("GET", 200),
        OfBid("POST", 422),
    ];

    private static Row OfAction(string verb, string page, params int[] good) =>
        new($"{verb} /groups/{{slug}}/{page}/{{action:guid}}") { Good = good, IsOfGroup = true, Before = Put, At = (_, _, whose) => $"/groups/{World.Slug(whose)}/{page}/{Action[whose]}" };

    private static Row OfBid(string verb, int good) =>
        new($"{verb} /groups/{{slug}}/bids/{{bid:guid}}") { Good = [good], IsOfGroup = true, Before = Put, At = (_, _, whose) => $"/groups/{World.Slug(whose)}/bids/{Bid[whose]}" };

    private static Row OfResource(string way, string at, string more, int good) =>
        new(way) { Good = [good], Before = Put, At = (_, _, whose) => whose == Whose.NextGroup ? null : at + Resource[whose] + more };

    private static async Task Put(World world)
    {
        if (await world.Twins.Site.InDb(db => db.Set<PlanAction>().AnyAsync(action => action.Id == Action[Whose.Own])))
        {
            return;
        }

        foreach (var whose in Enum.GetValues<Whose>())
        {
            await PlanThings.Make(world.Twins.Site, world.Place(whose), world.Group(whose), new(Action[whose], Bid[whose], Resource[whose]));
        }
    }
}
