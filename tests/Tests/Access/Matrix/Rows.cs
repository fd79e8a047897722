using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Documents;
using Trellis.Ledger.Book;
using Trellis.Platform.Access;
using Trellis.Platform.Events;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access.Matrix;

/// <summary>How every way into the product is tried. A way without a row fails the test: say here what there is to ask for, of whom, and what the answer is.</summary>
internal static class Rows
{
    public static readonly Row[] All =
    [
        .. CheckRows.All,
        .. EventRows.All,
        .. Pages("/", "/groups", "/wards", "/newest-groups", "/money", "/money/rows", "/money/flow", "/money/dependence", "/about", "/about/privacy", "/about/privacy/record", "/about/look", "/about/data", "/about/accessibility", "/about/access", "/sign-in/code", "/sign-out", "/health/live"),
        .. Pages("/me", "/me/data", "/me/history", "/me/email", "/sign-in/again", "/work", "/people", "/people/invitations", "/people/jobs", "/people/retention", "/people/mail", "/people/confidential", "/people/confidential/policy", "/work/confidential", "/work/claims", "/work/problems", "/work/changes", "/work/enter-group", "/work/pins", "/work/alike", "/work/tags", "/work/lists", "/work/unmet", "/work/words", "/me/passkeys", "/me/letters"),
        .. SupportRows.All,
        .. ImportRows.All,
        .. PlanRows.All,
        .. ContactRows.All,
        .. ReportRows.All,
        Get("/health/ready", 200, 503),
        Get("/sign-in", 200, 302),
        NeverThere("GET /sign-in?handler=Outside", "/sign-in?handler=Outside"),
        One("GET a file of the site's own", "/site.css"),
        One("GET /groups.{ending:regex(^(csv|xlsx|json)$)}", "/groups.csv"),
        One("GET /newest-groups.{ending:regex(^(csv|xlsx|json)$)}", "/newest-groups.csv"),
        One("GET /money/rows.{ending:regex(^(csv|xlsx|json)$)}", "/money/rows.csv"),
        One("GET /money/dependence.{ending:regex(^(csv|xlsx|json)$)}", "/money/dependence.csv"),
        One("GET /money/flow.{ending:regex(^(csv|xlsx|json)$)}", "/money/flow.csv"),
        One("GET /money/by/{side}", "/money/by/funder"),
        One("GET /money/by/{side}.{ending:regex(^(csv|xlsx|json)$)}", "/money/by/funder.csv"),
        One("GET /{kind:regex(^(wards|localities)$)}/{slug}", "/wards/ward"),
        Thing("GET /services/{slug}", "/services/", "hub"),
        Thing("GET /premises/{slug}", "/premises/", "hall"),
        OfGroup("GET /groups/{slug}", "", 200),
        OfGroup("GET /groups/{slug}.json", ".json", 200),
        OfGroup("GET /groups/{slug}/people", "/people", 200),
        OfGroup("POST /groups/{slug}/people", "/people", 422),
        OfGroup("GET /groups/{slug}/edit", "/edit", 200),
        OfGroup("POST /groups/{slug}/edit", "/edit", 409, 422),
        OfGroup("GET /groups/{slug}/claim", "/claim", 200),
        OfGroup("POST /groups/{slug}/claim", "/claim", 422),
        NeverThere("POST /groups/{slug}/claim?handler=Code", "/groups/sale-choir/claim?handler=Code"), // nobody here waits for a code
        OfGroup("GET /groups/{slug}/claims", "/claims", 200),
        OfGroup("POST /groups/{slug}/claims", "/claims", 422) with { OnlyTheirOwn = true, Form = (world, _) => new() { ["Id"] = world.Claim.ToString() } },
        OfGroup("GET /groups/{slug}/asking", "/asking", 200),
        OfGroup("POST /groups/{slug}/asking", "/asking", 302, 422),
        OfGroup("GET /groups/{slug}/confirm", "/confirm", 302),
        OfGroup("POST /groups/{slug}/confirm", "/confirm", 302, 409, 422),
        OfGroup("GET /groups/{slug}/pins", "/pins", 200),
        OfGroup("POST /groups/{slug}/pins", "/pins", 422),
        OfGroup("POST /groups/{slug}/pins?handler=Unpin", "/pins?handler=Unpin", 302),
        OfGroup("GET /groups/{slug}/same", "/same", 200),
        OfGroup("POST /groups/{slug}/same", "/same", 422),
        OfGroup("GET /groups/{slug}/tags", "/tags", 200),
        OfGroup("POST /groups/{slug}/tags", "/tags", 302),
        OfGroup("GET /groups/{slug}/lists", "/lists", 200),
        OfGroup("POST /groups/{slug}/lists", "/lists", 302),
        One("GET /work/unmet.{ending:regex(^(csv|xlsx|json)$)}", "/work/unmet.csv"),
        OfList("GET /work/lists/{list:guid}", "", 200),
        OfList("POST /work/lists/{list:guid}", "", 422),
        NeverThere("POST /work/lists/{list:guid}?handler=End", "/work/lists/00000000-0000-7000-8000-000000000001?handler=End"),
        OfList("GET /work/lists/{list:guid}/groups.{ending:regex(^(csv|xlsx|json)$)}", "/groups.csv", 200),
        OfList("GET /work/lists/{list:guid}/letter", "/letter", 200),
        OfList("POST /work/lists/{list:guid}/letter", "/letter", 422),
        OfList("POST /work/lists/{list:guid}/letter?handler=Change", "/letter?handler=Change", 200),
        OfList("POST /work/lists/{list:guid}/letter?handler=Send", "/letter?handler=Send", 422),
        new("GET /work/lists/letters/{mailing:guid}") { Good = [200], At = (world, _, whose) => whose == Whose.NextGroup ? null : "/work/lists/letters/" + world.Mailing[whose] },
        OfGroup("GET /groups/{slug}/notes", "/notes", 200),
        OfGroup("POST /groups/{slug}/notes", "/notes", 422),
        NeverThere("POST /groups/{slug}/notes?handler=Add", "/groups/sale-choir/notes?handler=Add&note=00000000-0000-7000-8000-000000000001"),
        NeverThere("POST /groups/{slug}/notes?handler=Correct", "/groups/sale-choir/notes?handler=Correct&note=00000000-0000-7000-8000-000000000001"),
        OfGroup("GET /groups/{slug}/looked", "/looked", 200),
        OfGroup("GET /groups/{slug}/history", "/history", 200),
        OfGroup("GET /groups/{slug}/confidential", "/confidential", 200),
        OfGroup("POST /groups/{slug}/confidential", "/confidential", 422),
        OfNote("GET /groups/{slug}/confidential/{note:guid}", "", 200),
        OfNote("POST /groups/{slug}/confidential/{note:guid}?handler=Remove", "?handler=Remove", 422), // the compartment is shut
        OfGroup("GET /groups/{slug}/wrong", "/wrong", 200),
        OfGroup("POST /groups/{slug}/wrong", "/wrong", 422),
        OfGroup("GET /groups/{slug}/changes", "/changes", 200),
        OfGroup("POST /groups/{slug}/changes", "/changes", 302, 409, 422),
        OfGroup("GET /groups/{slug}/propose", "/propose", 200),
        OfGroup("POST /groups/{slug}/propose", "/propose", 302, 409, 422),
        OfGroup("GET /groups/{slug}/documents", "/documents", 200),
        OfGroup("GET /groups/{slug}/add-document", "/add-document", 200),
        OfGroup("POST /groups/{slug}/add-document", "/add-document", 422),
        OfDocument("GET", "public-document", Readers.Everybody, 200),
        OfDocument("GET", "staff-document", Readers.Staff, 200),
        OfDocument("GET", "own-document", Readers.Own, 200),
        OfDocument("GET", "change-document", Readers.Own, 200),
        OfDocument("POST", "change-document", Readers.Own, 422),
        OfDocument("GET", "remove-document", Readers.Own, 200),
        OfDocument("POST", "remove-document", Readers.Own, 302) with { Before = world => world.KeepDocuments() },
        One("GET /confirm", "/confirm?key=guess") with { Good = [410] },
        One("POST /confirm", "/confirm?key=guess") with { Good = [410] },
        One("POST /confirm?handler=Change", "/confirm?key=guess&handler=Change") with { Good = [410] },
        One("POST /confirm?handler=Again", "/confirm?key=guess&handler=Again") with { Good = [410] },
        Money("GET /money/grants/{id:int}", "/money/grants/", world => world.Grant),
        Money("GET /money/payments/{id:int}", "/money/payments/", world => world.Payment),
        Money("GET /money/recipients/{id:int}", "/money/recipients/", world => world.Recipient),
        NeverThere("GET /{*path}", "/no-such-page"),
        NeverThere("GET /error", "/error"),
        NeverThere("POST /error", "/error"),
        NeverThere("GET /demo/people", "/demo/people"),
        NeverThere("POST /demo/people", "/demo/people"),
        NeverThere("GET /first-administrator", "/first-administrator?key=guess"),
        NeverThere("POST /first-administrator", "/first-administrator?key=guess"),
        NeverThere("GET /new-email", "/new-email?key=guess"),
        NeverThere("POST /new-email", "/new-email?key=guess"),
        new("GET /invitation") { Good = [200], At = (world, _, whose) => whose == Whose.NextGroup ? null : "/invitation?key=" + world.Key[whose] },
        new("POST /invitation") { Good = [200, 422], At = (world, _, whose) => whose == Whose.NextGroup ? null : "/invitation?key=" + world.Key[whose] },
        Post("/about/look", 200),
        Post("/sign-in", 422),
        Post("/sign-in/code", 422),
        Post("/sign-in?handler=Begin", 200, 429),
        Post("/sign-in?handler=Passkey", 422),
        Post("/sign-in/again?handler=Begin", 200, 422, 429),
        Post("/sign-in/again?handler=Passkey", 422),
        Post("/me/passkeys", 422),
        Post("/me/passkeys?handler=Begin", 200),
        Post("/work/claims", 422) with { Form = (world, _) => new() { ["Id"] = world.Claim.ToString() } },
        Post("/work/claims?handler=Letter", 200) with { Form = (world, _) => new() { ["Id"] = world.LetterClaim.ToString() } },
        Post("/work/problems", 422) with { Form = (world, _) => new() { ["Id"] = world.Problem.ToString() } },
        Post("/work/enter-group", 422),
        Post("/work/lists", 422),
        Post("/work/alike?handler=Same", 422), // there is no such pair
        Post("/work/alike?handler=Different", 422),
        Post("/work/alike?handler=Again", 422),
        Post("/work/alike?handler=Apart", 422),
        Post("/work/words", 422),
        Post("/work/words?handler=PassOver", 422),
        NeverThere("POST /work/words?handler=Remove", "/work/words?handler=Remove&words=00000000-0000-7000-8000-000000000001"),
        Post("/work/tags", 422),
        NeverThere("POST /work/tags?handler=Rename", "/work/tags?handler=Rename&tag=00000000-0000-7000-8000-000000000001"),
        NeverThere("POST /work/tags?handler=Merge", "/work/tags?handler=Merge&tag=00000000-0000-7000-8000-000000000001"),
        NeverThere("POST /work/tags?handler=Retire", "/work/tags?handler=Retire&tag=00000000-0000-7000-8000-000000000001"),
        Post("/me/letters", 302, 422),
        Post("/people/mail?handler=Returned", 422),
        Post("/people/confidential?handler=Open", 422),
        Post("/people/confidential?handler=Shut", 302),
        Post("/people/confidential/policy", 422),
        Get("/people/confidential/policy-document", 200),
        NeverThere("POST /me/passkeys?handler=Remove", "/me/passkeys?handler=Remove&passkey=00000000-0000-7000-8000-000000000001"),
        NeverThere("POST /people/mail?handler=Again", "/people/mail?handler=Again&letter=00000000-0000-7000-8000-000000000001"),
        NeverThere("POST /people/mail?handler=Works", "/people/mail?handler=Works&address=nobody%40example.org"),
        NeverThere("GET /letters/stop", "/letters/stop?key=guess"),
        NeverThere("POST /letters/stop", "/letters/stop?key=guess"),
        NeverThere("GET /demo/mail", "/demo/mail"),
        Post("/sign-in/again", 200),
        Post("/sign-in/again?handler=Send", 200, 422),
        Post("/sign-in/again?handler=Code", 422),
        Post("/sign-out", 302) with { Before = AllSessionsGoOn },
        Post("/me?handler=Name", 422),
        Post("/me?handler=KeepEmail", 302),
        Post("/me?handler=End", 302) with { Before = AllSessionsGoOn, Form = (_, caller) => new() { ["session"] = caller.SessionId.ToString() } },
        Post("/me/data?handler=Erase", 422),
        Get("/me/data?handler=All", 200),
        Post("/me/email", 422),
        Post("/people/invitations", 422),
        Post("/people/retention", 302),
        Post("/people/jobs?handler=Run", 302) with { Form = (world, _) => new() { ["job"] = world.Job } },
        Post("/people/jobs?handler=Tell", 302) with
        {
            Form = (world, _) => new() { ["fact"] = world.Parked.ToString() },
            Before = world => world.Twins.Site.InDb(db => db.Set<OutboxMessage>().Where(one => one.Id == world.Parked).ExecuteUpdateAsync(one => one.SetProperty(fact => fact.Attempts, 1_000).SetProperty(fact => fact.DeliveredAt, (DateTimeOffset?)null))),
        },
        OfPerson("GET /people/{person:guid}", "", 200),
        OfPerson("POST /people/{person:guid}?handler=Give", "?handler=Give", 422),
        OfPerson("POST /people/{person:guid}?handler=Account", "?handler=Account", 422),
        OfPerson("GET /people/{person:guid}/history", "/history", 200),
        OfPerson("GET /people/{id:guid}/data", "/data", 200),
        OfPerson("POST /people/{id:guid}/data?handler=All", "/data?handler=All", 200),
        OfPerson("POST /people/{id:guid}/data?handler=Erase", "/data?handler=Erase", 422),
        OfPerson("POST /people/{id:guid}/data?handler=Hold", "/data?handler=Hold", 422),
        OfPerson("POST /people/{id:guid}/data?handler=EndHold", "/data?handler=EndHold", 302),
        new("GET /people/end/{appointment:guid}") { Good = [200], IsOfGroup = true, At = (world, _, whose) => "/people/end/" + world.Membership[whose] },
        new("POST /people/end/{appointment:guid}") { Good = [422], IsOfGroup = true, At = (world, _, whose) => "/people/end/" + world.Membership[whose] },
        new("GET /people/invitations/{invitation:guid}") { Good = [200], IsOfGroup = true, At = (world, _, whose) => "/people/invitations/" + world.Invitation[whose] },
        new("POST /people/invitations/{invitation:guid}?handler=Again") { Good = [302, 422], IsOfGroup = true, At = (world, _, whose) => $"/people/invitations/{world.Invitation[whose]}?handler=Again" },
        new("POST /people/invitations/{invitation:guid}?handler=Withdraw")
        {
            Good = [302],
            IsOfGroup = true,
            At = (world, _, whose) => $"/people/invitations/{world.Invitation[whose]}?handler=Withdraw",
            Before = world => world.Twins.Site.InDb(db => db.Set<Invitation>().ExecuteUpdateAsync(one => one.SetProperty(invitation => invitation.WithdrawnAt, (DateTimeOffset?)null))),
        },
        .. TopicRows.All,
        new("GET /me/leave/{appointment:guid}") { Good = [200], OnlyTheirOwn = true, At = Leaving },
        new("POST /me/leave/{appointment:guid}") { Good = [422], OnlyTheirOwn = true, At = Leaving, Form = (_, _) => new() { ["Form.Successor"] = "nobody" } },
    ];

    public static IEnumerable<Row> Pages(params string[] addresses) => addresses.Select(address => Get(address, 200));

    public static Row Get(string address, params int[] good) => One("GET " + address, address) with { Good = good };

    public static Row Post(string address, params int[] good) => One("POST " + address, address) with { Good = good };

    public static Row One(string way, string address) => new(way) { Good = [200], At = (_, _, whose) => whose == Whose.Own ? address : null };

    public static Row NeverThere(string way, string address) => One(way, address) with { IsNeverThere = true };

    public static Row OfGroup(string way, string rest, params int[] good) => new(way) { Good = good, IsOfGroup = true, At = (_, _, whose) => $"/groups/{World.Slug(whose)}{rest}" };

    private static Row OfNote(string way, string rest, int good) => new(way) { Good = [good], OnlyTheirOwn = true, At = (world, _, whose) => $"/groups/{World.Slug(whose)}/confidential/{world.Note}{rest}" };

    private static Row OfDocument(string verb, string page, Readers readers, params int[] good) =>
        new($"{verb} /groups/{{slug}}/{page}/{{document:guid}}") { Good = good, IsOfGroup = true, At = (world, _, whose) => $"/groups/{World.Slug(whose)}/{page}/{world.Document[(whose, readers)]}" };

    private static Row OfList(string way, string rest, params int[] good) => new(way) { Good = good, At = (world, _, whose) => whose == Whose.NextGroup ? null : $"/work/lists/{world.List[whose]}{rest}" };

    private static Row OfPerson(string way, string rest, params int[] good) => new(way) { Good = good, At = (world, _, whose) => whose == Whose.NextGroup ? null : $"/people/{world.Viewer[whose]}{rest}" };

    private static Row Thing(string way, string under, string name) =>
        new(way) { Good = [200], At = (_, _, whose) => whose == Whose.NextGroup ? null : $"{under}{(whose == Whose.Own ? Twins.OurMark : Twins.OtherMark).ToLowerInvariant()}-{name}" };

    private static Row Money(string way, string under, Func<World, Dictionary<Whose, int>> ids) => new(way) { Good = [200], At = (world, _, whose) => whose == Whose.NextGroup ? null : under + ids(world)[whose] };

    private static string? Leaving(World world, Caller caller, Whose whose) => whose switch
    {
        Whose.Own => caller.OwnAppointment is { } own ? "/me/leave/" + own : null,
        Whose.NextGroup => "/me/leave/" + world.Membership[Whose.Own],
        _ => "/me/leave/" + world.Membership[Whose.OtherPlace],
    };

    private static Task AllSessionsGoOn(World world) =>
        world.Twins.Site.InDb(db => db.Set<Session>().ExecuteUpdateAsync(one => one.SetProperty(session => session.EndedAt, (DateTimeOffset?)null)));
}
