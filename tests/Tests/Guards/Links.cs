using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Confidential;
using Trellis.Groups.Documents;
using Trellis.Groups.Lists;
using Trellis.Groups.Mailing;
using Trellis.Groups.Record;
using Trellis.Groups.Unmet;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Support.Contacts;
using Trellis.Support.Plans;
using Trellis.Support.Topics;
using Trellis.Tests.Access.Matrix;
using Trellis.Tests.Groups.Documents;
using Trellis.Tests.Support;
using Trellis.Tests.SupportWork.Events;

namespace Trellis.Tests.Guards;

/// <summary>On the demo place: no link is broken, every page keeps the rules of pages, and every page can be reached.</summary>
public sealed class Links(DemoSite site, ITestOutputHelper output) : IClassFixture<DemoSite>
{
    /// <summary>Pages that are reached otherwise: by a mistake, from the console, from a mail, from a form, or only at the machine itself.</summary>
    private static readonly string[] Unlinked = ["error", "about/look", "first-administrator", "demo/people", "new-email", "sign-in/code", "sign-in/again", "confirm", "letters/stop", "invitation", "demo/mail", "groups/{slug}/confirm", "did-it-help", "check", "check/shared", "booking", "usefulness", "events/{slug}/booked", "return", ReturnFile];

    private const string ReturnFile = "return.{ending:regex(^(csv|xlsx|json|pdf)$)}";

    [Fact]
    public async Task Every_link_leads_somewhere_and_every_page_keeps_the_rules()
    {
        var visitor = site.Visit();
        var crawl = new Crawl(visitor.Open, ofEachKind: 4);
        await crawl.From("/");
        var (all, group) = await SignInAsAll();
        var inside = new Crawl(all.Open, ofEachKind: 4, but: crawl.Kinds);
        await inside.From("/work", "/work/events", "/me", "/groups/" + group);
        output.WriteLine($"{crawl.Visited.Count} addresses visited, {inside.Visited.Count} signed in");
        Assert.Equal([], crawl.Faults.Concat(inside.Faults));
        Assert.True(NotReached([.. crawl.Visited, .. inside.Visited]).ToList() is [], "No link leads to " + string.Join(", ", NotReached([.. crawl.Visited, .. inside.Visited])));
    }

    [Fact]
    public async Task Broken_links_and_rules_are_reported()
    {
        var pages = new Dictionary<string, string>
        {
            ["/"] = """<html lang="en"><title>Home</title><h1>Home</h1><a href="/gone">x</a><a href="#nowhere">y</a><a href="/bad">z</a><a href="https://elsewhere.example/">out</a></html>""",
            ["/bad"] = """<html><title>– Trellis</title><h1>A</h1><h1>B</h1><p style="color:red" onclick="x()">p</p><style>p{}</style><script>1</script><img src="https://cdn.example/a.png"><p id="a"></p><p id="a"></p></html>""",
        };
        var visitor = site.Visit();
        var crawl = new Crawl(url => PageSeen.Read(visitor, Answer(url, pages.GetValueOrDefault(url))), ofEachKind: 5);
        await crawl.From("/");
        Assert.Equivalent(
            new[]
            {
                "/: the link #nowhere leads to nothing on the page",
                "/gone answers 404 (linked from /)",
                "/bad: it has 2 main headings instead of one",
                "/bad: it has no title of its own",
                "/bad: it does not say its language",
                "/bad: <p> has the inline attribute style",
                "/bad: <p> has the inline attribute onclick",
                "/bad: <style> is inline",
                "/bad: <script> is inline",
                "/bad: <img> comes from another host: https://cdn.example/a.png",
                "/bad: the id a is there 2 times",
            },
            crawl.Faults,
            strict: true);
    }

    [Theory]
    [InlineData("/groups/age-uk", "/groups/…")]
    [InlineData("/groups/age-uk.json", "/groups/….json")]
    [InlineData("/groups/age-uk/edit", "/groups/…/edit")]
    [InlineData("/groups?q=a&ward=b&ward=c", "/groups?q&ward")]
    [InlineData("/money/by/funder?year=2025", "/money/by/…?year")]
    [InlineData("/about/data", "/about/data/…")]
    public void Pages_of_one_kind_are_counted_together(string url, string kind) => Assert.Equal(kind, Crawl.Kind(url));

    /// <summary>Somebody who holds every role there is in the place and leads a group of it, and so finds every door open.</summary>
    private async Task<(Visitor Visitor, string Group)> SignInAsAll()
    {
        var place = await site.InDb(db => db.Places().Select(one => one.Id).SingleAsync());
        foreach (var role in new[] { Role.Manager, Role.SupportWorker, Role.Operator })
        {
            await site.SignInAs(role, role == Role.Operator ? Guid.Empty : place, place, "all@example.org");
        }

        var group = await site.InDb(db => db.Organisations(place).OrderBy(one => one.Slug).Select(one => new { one.Id, one.Slug }).FirstAsync());
        await site.Appoint(Role.Confidant, place, place, "all@example.org");
        await site.InDb(async db =>
        {
            db.Add(new ConfidentialNote { Id = Guid.CreateVersion7(), PlaceId = place, OrganisationId = group.Id, SealedText = "c1.none.none", WrittenAt = site.Clock.Now });
            await World.KeptPolicy(db, place, site.Clock.Now);
        });
        await site.SignInAs(Role.Lead, group.Id, place, "all@example.org");
        foreach (var readers in Enum.GetValues<Readers>())
        {
            await site.Put(await site.InDb(db => db.Organisations(place).SingleAsync(one => one.Id == group.Id)), DocumentSort.Accounts, readers);
        }

        await CheckRows.Begun(site, place, group.Id, begun => begun.AnswersClosedAt = site.Clock.GetUtcNow());
        await site.Appoint(Role.Viewer, place, place, "viewer@example.org");
        var all = await site.SignInAs(Role.Administrator, place, place, "all@example.org");
        Assert.Equal(302, (await (await all.Open("/people/invitations")).Submit(("Their email address", "invited@example.org"), ("ViewerReads what the staff read and changes nothing", "x"))).Status);
        await site.InDb(async db =>
        {
            await ImportRows.CameIn(db, place, Guid.CreateVersion7(), site.Clock.Now);
            await db.SaveChangesAsync();
        });
        await site.InDb(db =>
        {
            var list = db.Add(new KeptList { Id = Guid.CreateVersion7(), PlaceId = place, Name = "Food", Question = "q=food", MadeAt = site.Clock.Now }).Entity;
            db.Add(new NewsMailing { Id = Guid.CreateVersion7(), PlaceId = place, ListId = list.Id, ListName = list.Name, Subject = "Grants", Body = "Open now", QueuedAt = site.Clock.Now, Groups = 1, NoContact = 1, NotAsked = 0, Unreachable = 0 });
            db.Add(new Contact { Id = Guid.CreateVersion7(), PlaceId = place, OrganisationId = group.Id, Name = "Moira Fell", WrittenAt = site.Clock.Now });
            ComingRows.Waits(db, place, Guid.CreateVersion7(), site.Clock.Now);
            ImportRows.Waits(db, place, Guid.CreateVersion7(), site.Clock.Now);
            db.Add(new SearchMiss { PlaceId = place, Day = DateOnly.FromDateTime(site.Clock.Now.UtcDateTime), Words = "wool swap", Times = 2 });
            return db.SaveChangesAsync();
        });
        Assert.Equal(302, (await (await all.Open("/work/log?group=" + group.Slug)).Press("Save", ("Minutes", "12"), ("What about", "Governance"), ("What was done", "Rang"))).Status);
        Assert.Equal(302, (await (await all.Open("/work/enquiries/new?group=" + group.Slug)).Press("Save the enquiry", ("Who asks", "Ada"), ("What is the question?", "A lease"))).Status);
        var topic = await site.With<TopicTree, Guid>(async tree => (await tree.Offered(place, default))[0].Id);
        await PlanThings.Make(site, place, group.Id, new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()));
        var done = await site.InDb(db => db.Organisations(place).OrderBy(one => one.Slug).Where(one => one.Id != group.Id).Select(one => one.Id).FirstAsync());
        await PlanThings.Make(site, place, done, new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()), ActionState.Done);
        await ReportThings.Make(site, place);
        await site.Evening(place, topic, "evening", (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()), site.Clock.Now.AddDays(1), "ABCD");
        return (all, group.Slug);
    }

    private IEnumerable<string> NotReached(IReadOnlyCollection<string> visited)
    {
        var templates = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!).Distinct();
        return templates.Select(template => template.TrimStart('/')).Except(Unlinked)
            .Where(template => !visited.Any(url => new TemplateMatcher(TemplateParser.Parse(template), []).TryMatch(url.Split('?')[0], [])));
    }

    private static HttpResponseMessage Answer(string url, string? html) => new(html is null ? System.Net.HttpStatusCode.NotFound : System.Net.HttpStatusCode.OK)
    {
        Content = new StringContent(html ?? "", System.Text.Encoding.UTF8, "text/html"),
        RequestMessage = new(HttpMethod.Get, "http://localhost" + url),
    };
}
