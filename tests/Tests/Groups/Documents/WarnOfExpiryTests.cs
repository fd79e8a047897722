using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Documents;
using Trellis.Platform.Access;
using Trellis.Platform.Notices;
using Trellis.Tests.Documents;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Documents;

/// <summary>The lead, and nobody else, hears thirty days before a document runs out and on its last day, once each.</summary>
public sealed class WarnOfExpiryTests(Site site) : Scene(site)
{
    private readonly Site site = site;

    private DateOnly Today => DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task The_lead_is_told_twice_and_nobody_else()
    {
        await site.Appoint(Role.Lead, Group.Id, Place.Id, "lead-" + Mailbox);
        await site.Appoint(Role.Member, Group.Id, Place.Id, "member-" + Mailbox);
        await site.Put(Group, DocumentSort.Insurance, Readers.Staff, null, Today.AddDays(40));
        await site.Put(Group, DocumentSort.Accounts, Readers.Staff);
        var told = new List<int>();
        for (var day = 0; day <= 45; day++)
        {
            await Run();
            await Run();
            if (await Letters() > told.Count)
            {
                told.Add(day);
            }

            site.Clock.Pass(TimeSpan.FromDays(1));
        }

        Assert.Equal([10, 40], told);
        var letters = await site.InDb(db => db.Set<Letter>().Where(one => one.Email.EndsWith(Mailbox)).ToListAsync());
        Assert.All(letters, letter => Assert.Equal("lead-" + Mailbox, letter.Email));
        var last = await site.LatestLetter("lead-" + Mailbox);
        Assert.Contains("Insurance certificate", last, StringComparison.Ordinal);
        Assert.Contains("runs out today", last, StringComparison.Ordinal);
        Assert.Contains($"/groups/{Group.Slug}/documents", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_whoever_entered_it_saw_already_is_not_told_again_and_a_new_date_is()
    {
        await site.Appoint(Role.Lead, Group.Id, Place.Id, "lead-" + Mailbox);
        var document = await site.Put(Group, DocumentSort.Insurance, Readers.Own, null, Today.AddDays(10));
        await Run();
        Assert.Equal(0, await Letters());
        var lead = await site.SignIn("lead-" + Mailbox);
        var before = await Letters(); // those of signing in
        await lead.Send(await lead.Open(Address("/change-document/" + document.Id)), null, ("Valid until", Today.AddDays(100).ToString("d M yyyy")));
        site.Clock.Pass(TimeSpan.FromDays(75));
        await Run();
        Assert.Equal(before + 1, await Letters());
    }

    [Fact]
    public async Task A_group_without_a_lead_is_told_when_it_has_one()
    {
        await site.Put(Group, DocumentSort.Safeguarding, Readers.Own, null, Today.AddDays(31));
        site.Clock.Pass(TimeSpan.FromDays(40));
        await Run();
        await site.Appoint(Role.Lead, Group.Id, Place.Id, "lead-" + Mailbox);
        await Run();
        await Run();
        Assert.Equal(1, await Letters());
        Assert.Contains("ran out on", await site.LatestLetter("lead-" + Mailbox), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_how_it_stands()
    {
        var lead = await Lead();
        await site.Add(lead, Group, "Insurance certificate", Passport.OwnPeople, GoodFiles.Pdf, "a", Today.AddDays(31).ToString("d M yyyy"));
        foreach (var (days, says) in new[] { (0, "Valid until"), (1, "Runs out soon: valid until"), (31, "Runs out soon: valid until"), (32, "Ran out on") })
        {
            await site.InDb(db => db.DocumentsOf(Group.Id).ExecuteUpdateAsync(one => one.SetProperty(document => document.ExpiresOn, Today.AddDays(31 - days))));
            Assert.Contains(says + " " + Today.AddDays(31 - days).ToString("d MMMM yyyy"), (await lead.Open(Address("/documents"))).Text, StringComparison.Ordinal);
        }
    }

    private Task<string> Run() => site.With<WarnOfExpiry, string>(job => job.Handle(default));

    private Task<int> Letters() => site.InDb(db => db.Set<Letter>().CountAsync(one => one.Email.EndsWith(Mailbox)));
}
