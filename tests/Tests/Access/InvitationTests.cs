using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>Roles reach people by invitation: a mailed link, seven days, one button.</summary>
public sealed partial class InvitationTests : IAsyncLifetime
{
    private const string Worker = "Support workerSupports groups and keeps their entries true";
    private readonly Site site = new();
    private Place place = null!;
    private Visitor ann = null!;

    public async ValueTask InitializeAsync()
    {
        place = await site.MakePlace();
        ann = await site.SignInAs(Role.Administrator, place.Id, place.Id, "ann@example.org");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("new@example.org")]
    [InlineData("known@example.org")]
    public async Task Who_is_invited_accepts_by_one_button(string email)
    {
        await site.SignIn("known@example.org");
        await Invite(email);
        var visitor = site.Visit();
        var link = await Link(email);
        var page = await visitor.Open(link);
        Assert.Contains("Place administrator invites you to become Support worker in Thornfield.", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await page.Press("Accept")).Status);
        Assert.Contains("Support worker: Thornfield", (await visitor.Open("/me")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.InDb(db => db.Set<Person>().CountAsync(one => one.Email == email)));
        Assert.Contains("No invitation waits for an answer", (await ann.Open("/people/invitations")).Text, StringComparison.Ordinal);
        Assert.Contains("accepted already", (await site.Open(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answer()
    {
        await site.SignIn("known@example.org");
        var known = await Invite("known@example.org");
        var unknown = await Invite("unknown@example.org");
        Assert.Equal((known.Status, known.Response.Headers.Location), (unknown.Status, unknown.Response.Headers.Location));
    }

    [Fact]
    public async Task A_link_dies_when_it_is_old_withdrawn_or_sent_again()
    {
        await Invite("bob@example.org");
        var first = await Link("bob@example.org");
        site.Clock.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(302, (await (await Open("bob@example.org")).Press("Send it again")).Status);
        Assert.Contains("sent again since", (await site.Open(first)).Text, StringComparison.Ordinal);
        var second = await Link("bob@example.org");
        var opened = await site.Open(second);
        Assert.Equal(302, (await (await Open("bob@example.org")).Press("Withdraw it")).Status);
        Assert.Contains("has been withdrawn", (await site.Open(second)).Text, StringComparison.Ordinal);
        Assert.Equal(422, (await opened.Press("Accept")).Status);
        await Invite("bob@example.org");
        site.Clock.Pass(Invitation.Life);
        Assert.Contains("more than seven days old", (await site.Open(await Link("bob@example.org"))).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await site.Open("/invitation?key=guess")).Status);
        Assert.Equal(0, await site.InDb(db => db.Set<Person>().CountAsync(one => one.Email == "bob@example.org")));
    }

    [Fact]
    public async Task Somebody_else_who_is_signed_in_is_asked_first()
    {
        await Invite("bob@example.org");
        var other = await site.SignIn("other@example.org");
        var page = await other.Open(await Link("bob@example.org"));
        Assert.Contains("This browser is signed in as other@example.org", page.Text, StringComparison.Ordinal);
        page.Document.QuerySelector("input[name=instead]")!.Remove();
        Assert.Equal(200, (await page.Press("Sign out and accept")).Status);
        Assert.Contains("Signed in as other@example.org", (await other.Open("/me")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await (await other.Open(await Link("bob@example.org"))).Press("Sign out and accept")).Status);
        Assert.Contains("Signed in as bob@example.org", (await other.Open("/me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_is_worth_no_more_than_whoever_sent_it()
    {
        var bob = await site.SignInAs(Role.Administrator, place.Id, place.Id, "bob@example.org");
        var page = await bob.Open("/people/invitations");
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        await page.Press("Send the invitation", ("Their email address", "carl@example.org"), (Worker, "x"));
        await site.InDb(db => db.Set<Appointment>().Where(one => db.Set<Person>().Any(person => person.Id == one.PersonId && person.Email == "bob@example.org"))
            .ExecuteUpdateAsync(one => one.SetProperty(role => role.EndedAt, site.Clock.GetUtcNow())));
        Assert.Contains("may not give this role any more", (await site.Open(await Link("carl@example.org"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_will_not_do_is_said_and_nothing_lost()
    {
        var page = await ann.Open("/people/invitations");
        var refused = await page.Press("Send the invitation", ("Their email address", "nobody"), (Worker, "x"));
        Assert.Equal(["Enter their email address, such as ann@example.org."], refused.Problems);
        Assert.Equal("nobody", refused.Document.QuerySelector("input[type=email]")!.GetAttribute("value"));
        Assert.NotNull(refused.Document.QuerySelector("input[value=SupportWorker][checked]"));
        await Invite("bob@example.org");
        Assert.Equal(422, (await Invite("bob@example.org")).Status);
        await site.Appoint(Role.SupportWorker, place.Id, place.Id, "has@example.org");
        Assert.Equal(["Whoever has this address holds the role already."], (await Invite("has@example.org")).Problems);
    }

    [Fact]
    public async Task A_lead_invites_to_their_own_group_only()
    {
        await site.Import(place, "group-list", "Name,Postcode,Email\nSale Choir,M33 7ZZ,choir@example.org\nSale Band,M33 7ZZ,band@example.org\n");
        var groups = await site.InDb(db => db.Set<Trellis.Groups.Record.Organisation>().ToDictionaryAsync(one => one.Slug));
        var lead = await site.SignInAs(Role.Lead, groups["sale-choir"].Id, place.Id, "lead@example.org");
        var page = await lead.Open("/groups/sale-choir/people");
        Assert.Equal(302, (await page.Press("Send the invitation", ("Their email address", "m@example.org"), ("Member of the groupBelongs to the group and works on its things", "x"))).Status);
        Assert.Contains("invites you to become Member of the group in Sale Choir", await site.LatestLetter("m@example.org"), StringComparison.Ordinal);
        Assert.Equal((404, 404, 404), ((await lead.Open("/groups/sale-band/people")).Status, (await lead.Open("/people/invitations")).Status, (await lead.Open("/people")).Status));
        page.Document.QuerySelector("input[value=Member]")!.SetAttribute("value", nameof(Role.Manager));
        Assert.Equal(422, (await page.Press("Send the invitation", ("Their email address", "x@example.org"), ("Member of the groupBelongs to the group and works on its things", "x"))).Status);
    }

    [Fact]
    public async Task The_rules_are_printed_as_they_are_asked()
    {
        var page = await site.Open("/about/access");
        Assert.Contains(page.Table("who may do it"), row => row[0].StartsWith("Invite people to the place", StringComparison.Ordinal) && row[1] == "Place administrator");
        var csv = System.Text.Encoding.UTF8.GetString((await page.Follow("CSV")).Body);
        var rules = await site.With<RuleBook, List<Rule>>(book => Task.FromResult(book.All.ToList()));
        Assert.All(rules, rule => Assert.Contains(rule.What, csv, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<Role>(), role => Assert.Contains(role.Title(), csv, StringComparison.Ordinal));
    }

    private async Task<PageSeen> Invite(string email)
    {
        site.Clock.Pass(TimeSpan.FromSeconds(1)); // so that the latest letter is the latest
        return await (await ann.Open("/people/invitations")).Press("Send the invitation", ("Their email address", email), (Worker, "x"));
    }

    private async Task<PageSeen> Open(string email) => await ann.Open("/people/invitations/" + await site.InDb(db => db.Set<Invitation>().Where(one => one.Email == email).OrderByDescending(one => one.Id).Select(one => one.Id).FirstAsync()));

    private async Task<string> Link(string email) => new Uri(Http().Match(await site.LatestLetter(email)).Value).PathAndQuery;

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Http();
}
