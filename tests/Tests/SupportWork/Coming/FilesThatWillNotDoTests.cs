using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Standards.Tables;
using Trellis.Support.Coming;
using Trellis.Support.Log;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Coming;

/// <summary>Files come empty, broken, huge and strange; each is answered with a sentence, and nothing half comes in.</summary>
public sealed class FilesThatWillNotDoTests(Site site, ITestOutputHelper output) : Scene(site)
{
    private readonly Site site = site;
    private readonly string word = "numbat" + Guid.CreateVersion7().ToString("n")[^12..];

    [Theory]
    [InlineData("empty.csv", "", "This file is empty. Open it to see whether it was saved, and choose it again.")]
    [InlineData("heads.csv", "Date,Group\n", "There is nothing below the headings of this file. Look whether the export went well.")]
    [InlineData("rows.json", "[{\"Date\":\"1/4/2025\",\"Group\":\"x\"}]", "This is no table. Export it as CSV or XLSX and choose that.")]
    public async Task A_file_with_nothing_in_it_is_refused_in_a_sentence(string name, string content, string sentence)
    {
        var page = await (await site.Manager(Place.Id)).SendFile(name, Encoding.UTF8.GetBytes(content));
        Assert.Equal((422, sentence), (page.Status, page.Problems.Single()));
    }

    [Fact]
    public async Task A_picture_half_a_workbook_and_no_file_are_refused()
    {
        var manager = await site.Manager(Place.Id);
        Assert.Equal(422, (await manager.SendFile("photo.xlsx", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])).Status);
        var whole = await Workbook([["1/4/2025", Group.Name, "5"]]);
        Assert.Equal(422, (await manager.SendFile("half.xlsx", whole[..(whole.Length / 2)])).Status);
        Assert.Equal("Choose a file.", (await manager.Send(await manager.Open("/work/bring-in"), null)).Problems.Single());
        Assert.Contains("larger than 10 MB", (await manager.SendFile("huge.csv", new byte[10_000_001])).Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_days_asks_for_them_and_two_columns_cannot_be_one()
    {
        var manager = await site.Manager(Place.Id);
        var columns = await (await manager.SendFile("odd.csv", Encoding.UTF8.GetBytes($"Zip,Zap,Zop\n1/4/2025,{Group.Name},{word}\n"))).FollowRedirect();
        var wrong = await columns.Press("Save and see what would come in", ("Zap", "Group"), ("Zip", "Not needed"));
        Assert.Equal((422, "Say which column is “Day of the help”. Nothing can come in without it."), (wrong.Status, wrong.Problems.Single()));
        wrong = await wrong.Press("Save and see what would come in", ("Zap", "Group"), ("Zip", "Group"));
        Assert.Equal((422, "Two columns cannot both be “Group”. Choose one."), (wrong.Status, wrong.Problems.Single()));
        var page = await (await wrong.Press("Save and see what would come in", ("Zap", "Group"), ("Zip", "Day of the help"), ("Zop", "What was done"))).FollowRedirect();
        Assert.Equal([0, 0, 1, 0, 0], page.Fates()); // neither topic nor way is said
        page = await (await page.Press("Save these words", ("Rows that do not say", "Money"))).FollowRedirect();
        Assert.Equal([0, 0, 1, 0, 0], page.Fates());
    }

    [Fact]
    public async Task A_workbook_comes_in_with_its_days_and_the_mapping_is_remembered()
    {
        var manager = await site.Manager(Place.Id);
        var sent = await manager.SendFile("book.xlsx", await Workbook([[new DateOnly(2025, 4, 3), Group.Name, 45], ["45750", Group.Name, "1.5 hours"]]));
        var columns = await sent.FollowRedirect();
        var page = await (await columns.Press("Save and see what would come in", ("Dose", "How long it took"))).FollowRedirect();
        page = await (await page.Press("Save these words", ("Rows that do not say", "Money"))).FollowRedirect();
        var again = await (await manager.SendFile("book 2.xlsx", await Workbook([[new DateOnly(2025, 4, 5), Group.Name, 30]]))).FollowRedirect();
        Assert.Equal("time", again.Document.QuerySelectorAll("select option[selected]")[2].GetAttribute("value"));
    }

    [Fact]
    public async Task Days_of_america_are_noticed()
    {
        var columns = await (await (await site.Manager(Place.Id)).SendFile("us.csv", Encoding.UTF8.GetBytes(ComingScene.Csv($"04/25/2025,{Group.Name},30,Phone,Money,,{word}", $"04/03/2025,{Group.Name},30,Phone,Money,,{word}")))).FollowRedirect();
        Assert.Contains("04/03/2025 is 3 April 2025", columns.Text, StringComparison.Ordinal);
        Assert.NotNull(columns.Document.QuerySelector("#Form-MonthFirst[checked]"));
    }

    [Fact]
    public async Task Fifty_thousand_rows_come_in_and_one_more_is_too_many()
    {
        var manager = await site.Manager(Place.Id);
        var rows = Enumerable.Range(0, FileTable.MostRows).Select(at => $"{(at % 28) + 1}/{(at / 28 % 12) + 1}/{2021 + (at / 336 % 5)},{Group.Name},{(at % 1440) + 1},Phone,Money,W{at % 40},{word} {at}").ToArray();
        Assert.Contains("more than 50,000 rows", (await manager.SendFile("more.csv", Encoding.UTF8.GetBytes(ComingScene.Csv([.. rows, rows[0]])))).Problems.Single(), StringComparison.Ordinal);
        var watch = Stopwatch.StartNew();
        var page = await manager.Look(ComingScene.Csv(rows));
        output.WriteLine($"sent and looked at in {watch.Elapsed}");
        watch.Restart();
        Assert.Equal(302, (await page.Press("Bring in 50,000 entries")).Status);
        output.WriteLine($"brought in in {watch.Elapsed}");
        Assert.Equal(FileTable.MostRows, (await site.Entries(word)).Count);
        watch.Restart();
        Assert.Equal(302, (await (await manager.Open("/work/bring-in/" + page.IdOf())).Press("Take it back", ("Why?", "A trial"))).Status);
        output.WriteLine($"taken back in {watch.Elapsed}");
        Assert.Empty(await site.Entries(word));
    }

    [Fact]
    public async Task A_failure_half_way_leaves_nothing_and_the_file_still_waits()
    {
        var manager = await site.Manager(Place.Id);
        var page = await manager.Look(ComingScene.Csv($"1/4/2025,{Group.Name},30,Phone,Money,,{word} 1", $"2/4/2025,{Group.Name},30,Phone,Money,,{word} 2"));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var parts = scope.ServiceProvider;
            var (db, clock) = (parts.GetRequiredService<Db>(), new StopsAtThird());
            var kinds = new FileKinds([new HistoryFiles(db, parts.GetRequiredService<KnowGroups>(), parts.GetRequiredService<KnowWords>(), parts.GetRequiredService<KnowTwice>(), clock)]);
            var bring = new BringIn(db, parts.GetRequiredService<Turns>(), parts.GetRequiredService<LookAhead>(), kinds, clock);
            await Assert.ThrowsAsync<TimeoutException>(() => bring.Handle(Place.Id, page.IdOf(), default));
        }

        Assert.Empty(await site.Entries(word));
        Assert.Equal(ArrivalState.Waiting, (await site.Arrival(page)).State);
        Assert.Equal(302, (await page.Press("Bring in 2 entries")).Status);
    }

    [Theory]
    [InlineData("90", false, 90)]
    [InlineData("1.5", true, 90)]
    [InlineData("1h 30", false, 90)]
    [InlineData("1h30m", false, 90)]
    [InlineData("1 hr 30 mins", false, 90)]
    [InlineData("1.5 hours", false, 90)]
    [InlineData("1 hour", false, 60)]
    [InlineData("01:30", true, 90)]
    [InlineData("01:30:00", false, 90)]
    [InlineData("45 min.", true, 45)]
    [InlineData("2,5 hrs", false, 150)]
    [InlineData("0", false, 0)]
    [InlineData("-5", false, -5)]
    [InlineData("an hour", false, null)]
    [InlineData("1:75", false, null)]
    [InlineData("", false, null)]
    [InlineData("99999999999999", false, null)]
    public void Times_are_read_as_people_write_them(string text, bool inHours, int? minutes) => Assert.Equal(minutes, ReadDuration.Minutes(text, inHours));

    /// <summary>Gives each of two entries its time, and fails once both are written.</summary>
    private sealed class StopsAtThird : TimeProvider
    {
        private int times;

        public override DateTimeOffset GetUtcNow() => ++times < 3 ? DateTimeOffset.UnixEpoch : throw new TimeoutException();
    }

    private static async Task<byte[]> Workbook(object?[][] rows)
    {
        using var book = new MemoryStream();
        await XlsxOut.Write(book, [new("Log", ["Date", "Organisation", "Dose"], rows.Select(row => (IReadOnlyList<object?>)row).ToAsyncEnumerable())], default);
        return book.ToArray();
    }
}
