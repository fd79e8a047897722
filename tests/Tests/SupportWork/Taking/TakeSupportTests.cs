using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Exchange;
using Trellis.Reports.Returns;
using Trellis.Reports.Stories;
using Trellis.Support.Checks.Records;
using Trellis.Support.Coming;
using Trellis.Support.Log;
using Trellis.Support.Topics;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;
using Trellis.Tests.SupportWork.Coming;

namespace Trellis.Tests.SupportWork.Taking;

/// <summary>All of a place's support can be taken away, and its log brought into another place, where it says the same.</summary>
public sealed class TakeSupportTests(Site site) : Scene(site)
{
    private readonly Site site = site;
    private readonly string word = "bilby" + Guid.CreateVersion7().ToString("n")[^12..];

    [Fact]
    public async Task A_manager_takes_everything_and_the_history_says_so()
    {
        var manager = await site.Manager(Place.Id);
        await Log(manager, "=1+1 " + word, "Money: Gift Aid and tax");
        var page = await manager.Open("/work/take-support");
        Assert.Contains("confidential notes: they never leave their compartment", page.Text, StringComparison.Ordinal);
        var files = await Take(manager);
        Assert.Contains("README.txt", files.Keys);
        Assert.All(site.Services.GetServices<TakenTable>(), table => Assert.True(files.ContainsKey(table.Name + ".csv") && files.ContainsKey(table.Name + ".json"), table.Name));
        Assert.Contains("'=1+1 " + word, files["log.csv"], StringComparison.Ordinal); // a spreadsheet does not run it
        Assert.Contains(JsonDocument.Parse(files["log.json"]).RootElement.GetProperty("rows").EnumerateArray(), row => row.GetProperty("What was done").GetString() == "=1+1 " + word && row.GetProperty("What about").GetString() == "Money: Gift Aid and tax");
        Assert.DoesNotContain(files, file => file.Key.Contains("confidential", StringComparison.OrdinalIgnoreCase) || file.Value.Contains("sealed", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(await site.All<AuditEntry>(), one => one.RecordKind == TakeSupport.Kind && one.RecordId == Place.Id);
    }

    [Fact]
    public async Task Whoever_signed_in_a_while_ago_is_asked_again_first()
    {
        var manager = await site.Manager(Place.Id);
        site.Clock.Pass(TimeSpan.FromMinutes(11));
        var asked = await manager.Open("/work/take-support?handler=All");
        Assert.Equal(302, asked.Status);
        Assert.StartsWith("/sign-in/again", asked.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_of_another_place_and_checks_that_are_closed_stay_behind()
    {
        var elsewhere = await site.MakePlace();
        await Keep(elsewhere.Id, "Elsewhere " + word);
        var (open, shut) = (await Check("open " + word, true), await Check("shut " + word, false));
        var files = await Take(await site.Manager(Place.Id));
        Assert.DoesNotContain(files, file => file.Value.Contains("Elsewhere " + word, StringComparison.Ordinal));
        Assert.Contains("open " + word, files["health-checks.csv"], StringComparison.Ordinal);
        Assert.DoesNotContain(files, file => file.Value.Contains("shut " + word, StringComparison.Ordinal));
        Assert.Contains(await site.All<AuditEntry>(), one => one.RecordKind == nameof(Assessment) && one.RecordId == open && one.Act.EndsWith("Read", StringComparison.Ordinal));
        Assert.DoesNotContain(await site.All<AuditEntry>(), one => one.RecordKind == nameof(Assessment) && one.RecordId == shut && one.Act.EndsWith("Read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_story_whose_consent_has_ended_is_not_in_what_was_sent_either()
    {
        var sent = await Access.Matrix.ReportThings.Make(site, Place.Id);
        await site.InDb(async db =>
        {
            db.Add(new Story { Id = Guid.CreateVersion7(), PlaceId = Place.Id, OrganisationId = Group.Id, Title = "Told", Words = "Ended " + word, ConsentBy = "The chair", ConsentOn = new(2026, 1, 1), ConsentWords = "All", WrittenAt = site.Clock.Now, ConsentEndedAt = site.Clock.Now });
            await db.SaveChangesAsync();
            var frozen = await db.Set<Frozen>().AsNoTracking().SingleAsync(one => one.ReturnId == sent.Return);
            var body = (ReturnBody.Read(frozen.Body) with { Stories = [new(Guid.CreateVersion7(), "Told", "Ended " + word, Group.Name)] }).Write();
            await db.Set<Frozen>().Where(one => one.ReturnId == sent.Return).ExecuteUpdateAsync(one => one.SetProperty(frozen => frozen.Body, body));
        });
        var files = await Take(await site.Manager(Place.Id));
        Assert.Contains("Told", files["report-stories.csv"], StringComparison.Ordinal);
        Assert.Contains("groups-supported", files["report-returns.csv"], StringComparison.Ordinal);
        Assert.DoesNotContain(files, file => file.Value.Contains("Ended " + word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_comes_into_an_empty_place_as_it_was_and_into_its_own_not_twice()
    {
        var manager = await site.Manager(Place.Id);
        await Log(manager, $"=SUM(A1) and \"quotes\", commas; {word}\nand a second line", "Money: Gift Aid and tax", ("What comes next", "-Ring back"), ("On", "4 9 2026"), ("Began at", "14:05"), ("The group sees this entry", "yes"));
        await Log(manager, $"Plain {word}", "Governance");
        var own = (await site.Entries(word)).Select(Says).Order(StringComparer.Ordinal).ToList();
        var csv = (await Take(manager))["log.csv"];
        var again = await manager.Look(OnlyOurs(csv, word), "log.csv");
        Assert.Equal([0, 2, 0, 0, 0], again.Fates());

        await using var other = new Site();
        var there = await other.OnePlace();
        await other.Import(there, "group-list", $"name,postcode\n{Group.Name},M33 1AA\n", "groups");
        var page = await (await other.Manager(there.Id)).Look(OnlyOurs(csv, word), "log.csv");
        Assert.Equal([2, 0, 0, 0, 0], page.Fates());
        Assert.Equal(302, (await page.Press("Bring in 2 entries")).Status);
        Assert.Equal(own, (await other.Entries(word)).Select(Says).Order(StringComparer.Ordinal));
        Assert.All(await other.Entries(word), entry => Assert.Equal("Manager", entry.WorkerName));
    }

    private static string Says(SupportEntry entry) => $"{entry.OnDay:O} {entry.Minutes} {entry.Began} {entry.Way} {entry.Done} {entry.NextStep} {entry.NextOn:O} {entry.IsShared}";

    /// <summary>The heading and the records with the word: other tests log too.</summary>
    private static string OnlyOurs(string csv, string word)
    {
        var records = csv.TrimStart('﻿').Split("\r\n");
        return string.Join("\r\n", records.Where((record, at) => at == 0 || record.Contains(word, StringComparison.Ordinal))) + "\r\n";
    }

    private async Task Log(Visitor manager, string done, string topic, params (string, string)[] more)
    {
        var form = await manager.Open("/work/log?group=" + Group.Slug);
        Assert.Equal(302, (await form.Press("Save", [("Minutes", "45"), ("How", "By video"), ("What about", topic), ("What was done", done), ("Day of the help", "28 8 2026"), .. more])).Status);
    }

    private async Task<Guid> Check(string reason, bool isOpen)
    {
        var id = Guid.CreateVersion7();
        await site.InDb(async db =>
        {
            var now = site.Clock.GetUtcNow();
            var instrument = db.Add(new KeptInstrument { Id = Guid.CreateVersion7(), Key = "made-up-" + id.ToString("n"), Version = "1", Print = "", Content = "{}", KeptAt = now }).Entity;
            db.Add(new Assessment { Id = id, PlaceId = Place.Id, OrganisationId = Group.Id, InstrumentId = instrument.Id, StartedAt = now, FinishedAt = now, IsSample = false });
            db.Add(new Agreed { Id = Guid.CreateVersion7(), PlaceId = Place.Id, AssessmentId = id, Item = "money-1", Said = Enum.GetValues<Said>()[0], Reason = reason, AgreedAt = now });
            db.Add(new CheckConsent { Id = Guid.CreateVersion7(), PlaceId = Place.Id, AssessmentId = id, Audience = isOpen ? Audience.Support : Audience.Statistics, GivenAt = now });
            db.Add(new CheckConsent { Id = Guid.CreateVersion7(), PlaceId = Place.Id, AssessmentId = id, Audience = Audience.Support, GivenAt = now, WithdrawnAt = now });
            await db.SaveChangesAsync();
        });
        return id;
    }

    private Task Keep(Guid placeId, string done) => site.InDb(async db =>
    {
        var topic = db.Add(new Topic { Id = Guid.CreateVersion7(), PlaceId = placeId, Key = "x", Name = "X", Position = 1 }).Entity;
        await db.SaveChangesAsync();
        db.Add(new SupportEntry { Id = Guid.CreateVersion7(), PlaceId = placeId, OnDay = new(2026, 8, 1), Minutes = 5, Way = Way.Phone, TopicId = topic.Id, Done = done, IsShared = false, WrittenAt = site.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
    });

    internal static async Task<Dictionary<string, string>> Take(Visitor manager)
    {
        var page = await manager.Open("/work/take-support?handler=All");
        Assert.Equal((200, "application/zip"), (page.Status, page.Response.Content.Headers.ContentType!.MediaType));
        using var zip = new ZipArchive(new MemoryStream(page.Body));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var text = new StreamReader(entry.Open(), Encoding.UTF8);
            return text.ReadToEnd();
        });
    }
}
