using Trellis.Groups.Documents;
using Trellis.Tests.Groups.Documents;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork;

/// <summary>A worker sees which documents of a group have run out, on the screen of the group, and none that it keeps for itself.</summary>
public sealed class DocumentPartTests(Site site) : Scene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task Documents_stand_on_the_screen_of_the_group_with_until_when_they_are_valid()
    {
        Assert.Contains("The group shows no documents to the staff.", (await (await Worker()).Open(Address("/support"))).Text, StringComparison.Ordinal);
        var today = DateOnly.FromDateTime(site.Clock.Now.UtcDateTime);
        await site.Put(Group, DocumentSort.Accounts, Readers.Staff);
        await site.Put(Group, DocumentSort.Safeguarding, Readers.Everybody, expires: today.AddYears(1));
        await site.Put(Group, DocumentSort.Insurance, Readers.Staff, expires: today.AddDays(5));
        await site.Put(Group, DocumentSort.Other, Readers.Own);
        site.Clock.Pass(TimeSpan.FromDays(7));
        var screen = await (await Worker()).Open(Address("/support"));
        var shown = screen.Document.QuerySelectorAll("section[aria-labelledby=documents] li").Select(line => PageSeen.Tidy(line.TextContent)).ToList();
        Assert.Equal(3, shown.Count);
        Assert.Contains($"Ran out on {today.AddDays(5):d MMMM yyyy}", shown[0], StringComparison.Ordinal);
        Assert.Contains($"Valid until {today.AddYears(1):d MMMM yyyy}", shown[1], StringComparison.Ordinal);
        Assert.DoesNotContain("A letter", screen.Text, StringComparison.Ordinal);
        var link = screen.Document.QuerySelector("section[aria-labelledby=documents] li a")!.GetAttribute("href")!;
        Assert.Equal(200, (await (await Worker()).Open(link)).Status);
    }
}
