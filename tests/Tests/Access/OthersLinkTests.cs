using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Places;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>On a computer that several people use, the history names nobody for what somebody else did there by a link or a code of their own.</summary>
public sealed partial class OthersLinkTests : IAsyncLifetime
{
    private readonly Site site = new();
    private Place place = null!;

    public async ValueTask InitializeAsync() => place = await site.MakePlace();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_invitation_accepted_where_somebody_else_is_signed_in()
    {
        var ann = await site.SignInAs(Role.Administrator, place.Id, place.Id, "ann@example.org");
        await (await ann.Open("/people/invitations")).Press("Send the invitation", ("Their email address", "bob@example.org"), ("Support workerSupports groups and keeps their entries true", "x"));
        var carol = await site.SignIn("carol@example.org");
        Assert.Equal(302, (await (await carol.Open(Link().Match(await site.LatestLetter("bob@example.org")).Value)).Press("Sign out and accept")).Status);
        await CarolDidNothing("/invitation ");
    }

    [Fact]
    public async Task A_new_address_taken_where_somebody_else_is_signed_in()
    {
        var bob = await site.SignIn("bob@example.org");
        await (await bob.Open("/me/email")).Submit(("New email address", "bob-new@example.org"));
        var carol = await site.SignIn("carol@example.org");
        Assert.Equal(200, (await (await carol.Open(Link().Match(await site.LatestLetter("bob-new@example.org")).Value)).Press("Use this address")).Status);
        await CarolDidNothing("/new-email ");
    }

    [Fact]
    public async Task The_first_administrator_made_where_somebody_else_is_signed_in()
    {
        var carol = await site.SignIn("carol@example.org");
        var path = await site.With<MakeFirstAdministrator, string?>(make => make.Link(default));
        Assert.Equal(302, (await (await carol.Open(path!)).Submit(("Your name", "First"), ("Email address", "first@example.org"))).Status);
        await CarolDidNothing("/first-administrator ");
    }

    [Fact]
    public async Task A_first_code_entered_where_somebody_else_is_signed_in()
    {
        var carol = site.Visit();
        var asked = await (await carol.Open("/sign-in")).Submit(("Email address", "bob@example.org"));
        Assert.Equal(302, asked.Status);
        var code = await site.LatestCode("bob@example.org");
        var signedIn = await site.SignIn("carol@example.org");
        var session = await site.InDb(db => db.Set<Session>().AsNoTracking().OrderByDescending(one => one.Id).FirstAsync());
        Assert.NotNull(signedIn);
        await site.InDb(db => db.Set<Session>().Where(one => one.Id == session.Id).ExecuteUpdateAsync(one => one.SetProperty(s => s.TokenHash, Secret.Hash("carols"))));
        carol.Client.DefaultRequestHeaders.Add("Cookie", "trellis=carols");
        Assert.Equal(302, (await (await carol.Open("/sign-in/code")).Submit(("Code", code))).Status);
        await CarolDidNothing("/sign-in/code ");
    }

    /// <summary>Of what was done by the link, nothing is hers.</summary>
    private async Task CarolDidNothing(string act)
    {
        var carol = await site.InDb(db => db.Set<Person>().Where(one => one.Email == "carol@example.org").Select(one => one.Id).SingleAsync());
        var done = await site.InDb(db => db.Set<AuditEntry>().Where(entry => entry.Act.StartsWith(act)).ToListAsync());
        Assert.NotEmpty(done);
        Assert.DoesNotContain(done, entry => entry.ActorId == carol && entry.RecordId != carol && entry.RecordKind != nameof(Session)); // she signed in herself
    }

    [GeneratedRegex(@"/(invitation|new-email)\?key=\S+")]
    private static partial Regex Link();
}
