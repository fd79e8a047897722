using System.Text.RegularExpressions;
using Trellis.Groups.Claiming;
using Trellis.Platform.Access;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Claiming;

/// <summary>Somebody says that a group is theirs, proves it, and leads it from then on.</summary>
public sealed partial class ClaimTests(Site site) : Scene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task A_code_mailed_to_the_groups_own_address_makes_the_claimer_its_lead()
    {
        var (claimer, email) = await Somebody();
        var page = await claimer.Open(Address("/claim"));
        Assert.DoesNotContain(Mailbox, page.Html, StringComparison.Ordinal);
        Assert.Contains("h•••@s•••.org", page.Text, StringComparison.Ordinal);
        await Claim(claimer, "A code by mail to h•••@s•••.orgThe address that the group is known by");
        var entering = await claimer.Open(Address("/claim"));
        Assert.Equal(422, (await entering.Press("This is my group", ("Code", "AAAA AAAA"))).Status);
        Assert.Equal(404, (await claimer.Open(Address("/edit"))).Status);
        var code = Code().Match(await site.LatestLetter(Mailbox)).Value;
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(302, (await entering.Press("This is my group", ("Code", code.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal)))).Status);
        Assert.Equal(200, (await claimer.Open(Address("/edit"))).Status);
        Assert.Contains("You can now change the entry", await site.LatestLetter(email), StringComparison.Ordinal);
        Assert.Contains(email, await site.LatestLetter(Mailbox), StringComparison.Ordinal);
        Assert.Equal(404, (await entering.Press("This is my group", ("Code", code))).Status);
    }

    [Fact]
    public async Task A_code_is_of_no_use_to_anybody_else_nor_too_late_nor_after_five_tries()
    {
        var (claimer, _) = await Somebody();
        var (other, _) = await Somebody();
        await Claim(claimer, "A code by mail to h•••@s•••.orgThe address that the group is known by");
        var code = Code().Match(await site.LatestLetter(Mailbox)).Value;
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        await Claim(other, "A code by mail to h•••@s•••.orgThe address that the group is known by");
        var page = await other.Open(Address("/claim"));
        for (var time = 0; time < 5; time++)
        {
            Assert.Equal(422, (await page.Press("This is my group", ("Code", code))).Status);
        }

        var own = Code().Match(await site.LatestLetter(Mailbox)).Value;
        Assert.Contains("too many tries", (await page.Press("This is my group", ("Code", own))).Problems.Single(), StringComparison.Ordinal);
        site.Clock.Pass(TimeSpan.FromDays(3));
        var late = await (await site.SignIn(owners[claimer])).Open(Address("/claim"));
        Assert.Equal(422, (await late.Press("This is my group", ("Code", code))).Status);
    }

    [Fact]
    public async Task A_worker_prints_a_letter_with_a_code()
    {
        var (claimer, _) = await Somebody();
        await Claim(claimer, "A code by letterTo the postal address that the group is known by; it takes some days");
        var letter = await (await (await Worker()).Open("/work/claims")).Press($"Print the letter to {Group.Name}");
        Assert.Contains("M33 1AA", letter.Text, StringComparison.Ordinal);
        var code = Code().Match(letter.All("strong").Single()).Value;
        Assert.Equal(302, (await (await claimer.Open(Address("/claim"))).Press("This is my group", ("Code", code))).Status);
        Assert.Equal(200, (await claimer.Open(Address("/edit"))).Status);
    }

    [Fact]
    public async Task A_worker_who_knows_them_says_yes_and_one_who_does_not_says_why()
    {
        var (claimer, email) = await Somebody();
        await Claim(claimer, "A worker of the place knows me");
        var queue = await (await Worker()).Open("/work/claims");
        var refused = await queue.Press($"No, {email.Split('@')[0]} does not lead {Group.Name}");
        Assert.Equal(422, refused.Status);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(302, (await queue.Press($"No, {email.Split('@')[0]} does not lead {Group.Name}", ("Why not, if not", "Nobody here knows you."))).Status);
        Assert.Contains("Nobody here knows you.", await site.LatestLetter(email), StringComparison.Ordinal);
        Assert.Equal(404, (await claimer.Open(Address("/edit"))).Status);
        await Claim(claimer, "A worker of the place knows me");
        queue = await (await Worker()).Open("/work/claims");
        var others = await (await Worker()).Open("/work/claims");
        Assert.Equal(302, (await queue.Press($"Yes, it is theirs: {email.Split('@')[0]}, {Group.Name}")).Status);
        Assert.Equal(200, (await claimer.Open(Address("/edit"))).Status);
        Assert.Contains("decided already", (await others.Press($"Yes, it is theirs: {email.Split('@')[0]}, {Group.Name}")).Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_a_lead_they_are_asked_first_and_a_worker_only_after_a_fortnight()
    {
        var leads = SomebodysMail();
        var lead = await site.SignInAs(Role.Lead, Group.Id, Place.Id, leads);
        var (claimer, email) = await Somebody();
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        await Claim(claimer, "A worker of the place knows me");
        Assert.Contains(email, await site.LatestLetter(leads), StringComparison.Ordinal);
        var queue = await (await Worker()).Open("/work/claims");
        Assert.DoesNotContain($"Yes, it is theirs: {email.Split('@')[0]}, {Group.Name}", queue.Html, StringComparison.Ordinal);
        Assert.Equal(404, (await claimer.Open(Address("/claims"))).Status);
        site.Clock.Pass(TimeSpan.FromDays(15));
        Assert.Contains($"Yes, it is theirs: {email.Split('@')[0]}, {Group.Name}", (await (await Worker()).Open("/work/claims")).Html, StringComparison.Ordinal);
        lead = await site.SignIn(leads);
        Assert.Equal(302, (await (await lead.Open(Address("/claims"))).Press($"Yes, it is theirs: {email.Split('@')[0]}, {Group.Name}")).Status);
        Assert.Equal(200, (await (await site.SignIn(email)).Open(Address("/edit"))).Status);
    }

    [Fact]
    public async Task Yes_and_no_at_once_leave_one_answer()
    {
        var (claimer, email) = await Somebody();
        await Claim(claimer, "A worker of the place knows me");
        var queue = await (await Worker()).Open("/work/claims");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(time => queue.Press(time % 2 == 0 ? $"Yes, it is theirs: {email.Split('@')[0]}, {Group.Name}" : $"No, {email.Split('@')[0]} does not lead {Group.Name}", ("Why not, if not", "No."))));
        var claim = (await site.All<Trellis.Groups.Claiming.Claim>()).Single(one => one.OrganisationId == Group.Id);
        Assert.Equal(claim.State == ClaimState.Granted ? 1 : 0, (await site.All<Appointment>()).Count(one => one.ScopeId == Group.Id && one.Role == Role.Lead));
        Assert.NotEqual(ClaimState.Waiting, claim.State);
    }

    private readonly Dictionary<Visitor, string> owners = [];

    private async Task<(Visitor, string)> Somebody()
    {
        var email = SomebodysMail();
        var visitor = await site.SignIn(email);
        owners[visitor] = email;
        return (visitor, email);
    }

    private async Task Claim(Visitor claimer, string proof)
    {
        var claimed = await (await claimer.Open(Address("/claim"))).Press("Continue", ("What are you in the group?", "Treasurer"), (proof, "yes"));
        Assert.Equal(302, claimed.Status);
    }

    [GeneratedRegex("(?m)[A-Z2-9]{4} [A-Z2-9]{4}(?=\\s*$)")]
    private static partial Regex Code();
}
