using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Reports.Returns;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Reports;

/// <summary>A manager makes a return from what was recorded, opens a figure down to one entry, sends it; what is corrected later changes nothing that was sent, and is shown.</summary>
public sealed class ReturnTests(ReportSite site) : IClassFixture<ReportSite>
{
    private static readonly DateOnly Day = new(2026, 5, 4);

    [Fact]
    public async Task Three_funders_have_their_returns_from_the_same_entries_and_each_figure_opens_to_its_records()
    {
        var (manager, entries) = await Begin(6, 3);
        foreach (var (funder, wording) in new[] { ("Support for voluntary groups: contract of a borough", "Unique groups receiving support"), ("Social prescribing: capacity of community groups", "Community providers supported"), ("Common minimum data set", "Groups supported") })
        {
            var page = await Return(manager, funder);
            var row = page.Table("Figures of this return").Single(cells => cells[0] == wording);
            Assert.Equal("6", row[1]);
            var behind = await manager.Open(page.Document.QuerySelector($"a[aria-label='{wording}: 6, see the records']")!.GetAttribute("href")!);
            Assert.Equal(18, behind.Table("18 records").Count);
            var csv = Encoding.UTF8.GetString((await manager.Open(behind.Document.QuerySelector("a[href*='.csv']")!.GetAttribute("href")!)).Body);
            Assert.Equal(entries.Select(id => id.ToString()).Order(), entries.Where(id => csv.Contains(id.ToString(), StringComparison.Ordinal)).Select(id => id.ToString()).Order());
        }
    }

    [Fact]
    public async Task What_was_sent_stays_and_a_correction_shows_as_a_difference()
    {
        var (manager, entries) = await Begin(5, 1);
        var page = await Return(manager, "Common minimum data set");
        var edit = await page.Follow("Write, choose stories and send");
        Assert.Equal(302, (await edit.Press("Save", ("In words: what happened, what was learnt", "A busy quarter."))).Status);
        var (toSend, stale) = (await manager.Open(edit.Document.Location.PathName), await manager.Open(edit.Document.Location.PathName));
        Assert.Equal(302, (await toSend.Press("Send the return")).Status);
        var address = edit.Document.Location.PathName[..^5];
        var sent = await manager.Open(address);
        Assert.Contains("kept as they were", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Records were corrected since", sent.Text, StringComparison.Ordinal);
        var csv = (await manager.Open(address + "/return.csv")).Body;
        Assert.Equal(422, (await stale.Press("Send the return")).Status);

        var corrected = site.Entries.All[entries[0]];
        site.Entries.All[entries[0]] = corrected with { Numbers = new Dictionary<string, long> { ["minutes"] = 600 } };
        Assert.Equal(csv, (await manager.Open(address + "/return.csv")).Body);
        var difference = await (await manager.Open(address)).Follow("See the difference");
        Assert.Contains("Sent: 2.5. Counted now: 12.0.", difference.Text, StringComparison.Ordinal);
        Assert.Contains("minutes: 30", difference.Text, StringComparison.Ordinal);
        Assert.Contains("minutes: 600", difference.Text, StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString((await manager.Open(address + "/return.pdf")).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_the_link_reads_it_without_small_numbers_until_it_is_ended()
    {
        var (manager, _) = await Begin(4, 1);
        var page = await Return(manager, "Common minimum data set");
        var edit = page.Link("Write, choose stories and send");
        await (await manager.Open(edit)).Press("Send the return");
        var made = await (await manager.Open(edit)).Press("Make a link");
        var link = new Uri(made.All("a[rel=nofollow]").Single()).PathAndQuery;
        var shared = await site.Open(link);
        Assert.Equal((200, "no-store", "noindex, nofollow"), (shared.Status, shared.Response.Headers.CacheControl!.ToString(), shared.Response.Headers.GetValues("X-Robots-Tag").Single()));
        Assert.Contains("fewer than 5 groups", shared.Text, StringComparison.Ordinal);
        var file = Encoding.UTF8.GetString((await site.Open(link.Replace("/return?", "/return.csv?", StringComparison.Ordinal))).Body);
        Assert.Contains("Not shown: fewer than five groups", file, StringComparison.Ordinal);
        var paper = await site.Open(link.Replace("/return?", "/return.pdf?", StringComparison.Ordinal));
        Assert.Equal(("application/pdf", "no-store"), (paper.Response.Content.Headers.ContentType!.ToString(), paper.Response.Headers.CacheControl!.ToString()));
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(paper.Body), StringComparison.Ordinal);
        Assert.Equal(404, (await site.Open("/return?key=guess")).Status);
        await (await manager.Open(edit)).Press("End the link");
        Assert.Equal(404, (await site.Open(link)).Status);
    }

    [Fact]
    public async Task What_is_missing_is_said_before_sending()
    {
        var (manager, entries) = await Begin(2, 1);
        var without = site.Entries.All[entries[0]];
        site.Entries.All[entries[0]] = without with { Numbers = new Dictionary<string, long>() };
        var page = await Return(manager, "Volunteer centre: yearly grant", new(2026, 4, 1));
        Assert.Contains("1 entries without minutes", page.Text, StringComparison.Ordinal);
        Assert.Contains("Volunteers registered: no figure has been typed in.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is written in words yet.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_reads_and_does_not_send()
    {
        var (manager, _) = await Begin(1, 1);
        var page = await Return(manager, "Common minimum data set");
        var viewer = await site.SignInAs(Role.Viewer, await PlaceId(), await PlaceId(), $"viewer-{Guid.CreateVersion7():n}@example.org");
        var address = page.Document.Location.PathName;
        Assert.DoesNotContain("Write, choose stories and send", (await viewer.Open(address)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await viewer.Open(address + "/edit")).Status);
        Assert.Equal(404, (await site.Open(address)).Status);
    }

    private async Task<Guid> PlaceId() => (await site.OnePlace()).Id;

    private async Task<(Visitor Manager, List<Guid> Entries)> Begin(int groups, int each)
    {
        var place = await site.OnePlace();
        site.Clock.Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
        site.Entries.All.Clear();
        var entries = new List<Guid>();
        for (var group = 0; group < groups; group++)
        {
            var made = await site.OneGroup(place);
            entries.AddRange(Enumerable.Range(0, each).Select(at => site.Entries.Lay(Day.AddDays(at), made.Id, 30)));
        }

        return (await site.SignInAs(Role.Manager, place.Id, place.Id, $"manager-{Guid.CreateVersion7():n}@example.org"), entries);
    }

    private static async Task<PageSeen> Return(Visitor manager, string framework, DateOnly? first = null)
    {
        var made = await (await manager.Open("/work/reports/new")).Press("Begin", ("Begin with", framework));
        var edit = await manager.Open(made.Response.Headers.Location!.ToString());
        var begun = await edit.Press("Begin the return", ("For the period", PeriodOf(edit, first ?? new(2026, 4, 1))));
        Assert.Equal(302, begun.Status);
        return await manager.Open(begun.Response.Headers.Location!.ToString());
    }

    private static string PeriodOf(PageSeen page, DateOnly first) => page.Document.QuerySelector($"option[value='{first:yyyy-MM-dd}']")!.TextContent.Trim();
}
