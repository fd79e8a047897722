using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Measures;
using Trellis.Platform.Privacy;
using Trellis.Support.Coming;
using Trellis.Support.Log;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Coming;

/// <summary>The history of another system is looked at, brought in once, and taken back.</summary>
public sealed class BringInTests(Site site) : Scene(site)
{
    private readonly Site site = site;
    private readonly string word = "quoll" + Guid.CreateVersion7().ToString("n")[^12..];

    [Fact]
    public async Task A_real_export_is_understood_but_for_what_nobody_can_know()
    {
        foreach (var name in new[] { "Thornfield Choir", "Brook Lane Allotments", "Harbour Youth Club" })
        {
            await site.OneGroup(Place, name);
        }

        var manager = await site.Manager(Place.Id);
        var file = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests/Tests/SupportWork/Coming/old-system.csv"));
        var columns = await (await manager.SendFile("old system (2024).csv", file)).FollowRedirect();
        Assert.Equal("What the columns hold", columns.Heading);
        Assert.Contains("03/04/2023 09:30 is 3 April 2023", columns.Text, StringComparison.Ordinal);
        Assert.Contains("1h 30 is 1 h 30 min", columns.Text, StringComparison.Ordinal);
        var page = await (await columns.Press("Save and see what would come in")).FollowRedirect();
        Assert.Equal([7, 0, 2, 0, 7], page.Fates());
        Assert.Contains("days can be read two ways", page.Text, StringComparison.Ordinal);
        Assert.Contains("The file names 4 groups: 3 were found without a doubt, 0 are settled by your answers, 1 wait for one.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "7 \"31/02/2024\" is not a date", "8 Help takes from 1 to 1,440 minutes, and this is 0", "9 Help takes from 1 to 1,440 minutes, and this is 1,441",
                "12 11 March 2031 is still to come", "13 4 January 2012 is more than six years ago", "15 The row names no group", "16 “abc” is no time that can be read",
            ],
            page.Table("Each with its line in the file").Select(row => $"{row[0]} {row[1].Split(['.', ';'])[0]}"));

        var brought = await (await page.Press("Bring in 7 entries")).FollowRedirect();
        Assert.Contains("7 entries came in on 1 September 2026; 9 rows of the file stayed out.", brought.Text, StringComparison.Ordinal);
        var entries = (await site.All<SupportEntry>()).Where(one => one.ImportId == page.IdOf()).OrderBy(one => one.OnDay).ThenBy(one => one.WrittenAt).ToList();
        Assert.Equal([20, 90, 15, 15, 120, 1440, 90], entries.Select(one => one.Minutes));
        Assert.Equal([Way.Phone, Way.InPerson, Way.Email, Way.Email, Way.Visit, Way.Video, Way.Training], entries.Select(one => one.Way));
        Assert.Equal("Bank mandate\nTwo signatories have left. Said how to change the mandate.", entries[0].Done);
        Assert.Equal((new DateOnly(2023, 4, 17), "Moira Fell"), (entries[0].NextOn, entries[0].WorkerName));
        var screen = await (await Worker()).Open("/groups/harbour-youth-club/support");
        Assert.Contains("T. Quill", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Brought in from old system (2024).csv on 1 September 2026", screen.Text, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script> was on the flipchart", screen.Text, StringComparison.Ordinal); // as words
        Assert.Empty(screen.Document.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task The_same_file_twice_brings_nothing_new_and_rows_that_waited_come_once_they_are_explained()
    {
        var manager = await site.Manager(Place.Id);
        var csv = ComingScene.Csv($"3/4/2025,{Group.Name},30,Phone,Money,,{word} one", $"4/4/2025,{Group.Name},30,Phone,Zog {word},,{word} two", $"4/4/2025,{Group.Name},30,Phone,Money,,{word} twin", $"4/4/2025,{Group.Name},30,Phone,Money,,{word} twin");
        await (await manager.Look(csv)).Press("Bring in 3 entries");
        Assert.Equal(3, (await site.Entries(word)).Count); // two calls that say the same are two

        var again = await manager.Look(csv);
        Assert.Equal([0, 3, 1, 0, 0], again.Fates());
        again = await (await again.Press("Save these words", ($"Zog {word}", "Funding"))).FollowRedirect();
        Assert.Equal([1, 3, 0, 0, 0], again.Fates());
        Assert.Equal(302, (await again.Press("Bring in 1 entry")).Status);
        Assert.Equal(4, (await site.Entries(word)).Count);
        again = await manager.Look(csv);
        Assert.Equal([0, 4, 0, 0, 0], again.Fates()); // and the word is remembered
    }

    [Fact]
    public async Task What_was_said_of_a_file_is_known_of_the_next_also_where_another_came_between()
    {
        var manager = await site.Manager(Place.Id);
        var csv = ComingScene.Csv($"4/4/2025,{Group.Name},30,Phone,Zog {word},,{word} two");
        var waiting = await manager.Look(csv);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        await manager.SendFile("other.csv", System.Text.Encoding.UTF8.GetBytes("Sheep,Wool\n3,4\n"));
        await waiting.Press("Save these words", ($"Zog {word}", "Funding"));
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        var next = await manager.Look(csv);
        Assert.Equal([1, 0, 0, 0, 0], next.Fates());
    }

    [Fact]
    public async Task What_stands_in_the_log_already_does_not_come_a_second_time()
    {
        var worker = await Worker();
        var form = await worker.Open("/work/log?group=" + Group.Slug);
        Assert.Equal(302, (await form.Press("Save", ("Minutes", "25"), ("What about", "Money"), ("How", "By phone"), ("What was done", word), ("Day of the help", "3 4 2025"))).Status);
        var page = await (await site.Manager(Place.Id)).Look(ComingScene.Csv($"3/4/2025,{Group.Name},25,Phone,Money,,{word}", $"3/4/2025,{Group.Name},25,Phone,Money,,{word}"));
        Assert.Equal([1, 1, 0, 0, 0], page.Fates());
    }

    [Fact]
    public async Task A_group_in_doubt_is_chosen_by_hand_and_one_of_another_place_is_none()
    {
        var manager = await site.Manager(Place.Id);
        var csv = ComingScene.Csv($"3/4/2025,Friends of {word},30,Phone,Money,,{word}");
        var page = await manager.Look(csv);
        Assert.Equal([0, 0, 1, 0, 0], page.Fates());
        var elsewhere = await site.MakePlace();
        await site.Import(elsewhere, "group-list", $"name,postcode\nFar {word},M33 1AA\n", word);
        var wrong = await page.Press("Save these groups", ($"Its name, or the address of its page Friends of {word}", $"Far {word}"));
        Assert.Equal((422, $"No one group is called “Far {word}”. Copy the address of its page in here, or enter the group first."), (wrong.Status, wrong.Problems.Single()));
        page = await (await wrong.Press("Save these groups", ($"Its name, or the address of its page Friends of {word}", $"https://trellis.example.org/groups/{Group.Slug}?x=1"))).FollowRedirect();
        Assert.Equal([1, 0, 0, 0, 0], page.Fates());
        await page.Press("Bring in 1 entry");
        var entry = (await site.Entries(word)).Single();
        Assert.Equal(Group.Id, (await site.All<EntryGroup>()).Single(one => one.EntryId == entry.Id).OrganisationId);
    }

    [Fact]
    public async Task What_was_agreed_long_ago_is_no_business_of_today_and_what_is_still_to_come_is()
    {
        var old = await site.OneGroup(Place, "Old " + word);
        var page = await (await site.Manager(Place.Id)).Look($"Date,Group,Minutes,Method,Topic,Notes,Next step,Next date\n3/4/2025,{Group.Name},30,Phone,Money,{word},Ring {word},3/12/2026\n3/4/2025,{old.Name},30,Phone,Money,{word},Forgotten {word},17/4/2025\n");
        await page.Press("Bring in 2 entries");
        var worker = await Worker();
        Assert.Contains($"Ring {word} on 3 December 2026", (await worker.Open(Address("/support"))).Text, StringComparison.Ordinal);
        var screen = await worker.Open($"/groups/{old.Slug}/support");
        Assert.Contains("Nothing has been agreed.", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Forgotten " + word, screen.Text, StringComparison.Ordinal); // in the entry itself
    }

    [Fact]
    public async Task Groups_and_words_that_nobody_wants_stay_out()
    {
        var page = await (await site.Manager(Place.Id)).Look(ComingScene.Csv($"3/4/2025,{Group.Name},30,Phone,Zig {word},,{word}", $"3/4/2025,Club {word},30,Phone,Money,,{word}"));
        page = await (await page.Press("Save these words", ($"Zig {word}", "Leave these rows out"))).FollowRedirect();
        page = await (await page.Press("Save these groups", ($"It is Club {word}", "Leave these rows out"))).FollowRedirect();
        Assert.Equal([0, 0, 0, 2, 0], page.Fates());
        Assert.Contains("Nothing of this file comes in.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workers_are_known_by_mail_or_name_and_others_stay_a_name()
    {
        var (email, name) = ($"w-{word}@example.org", $"Wilma {word}");
        await site.Appoint(Role.SupportWorker, Place.Id, Place.Id, email);
        await site.InDb(async db =>
        {
            db.Set<Person>().Single(one => one.Email == email).Name = name;
            await db.SaveChangesAsync();
        });
        var page = await (await site.Manager(Place.Id)).Look(ComingScene.Csv(
            $"1/4/2025,{Group.Name},30,Phone,Money,{email.ToUpperInvariant()},{word}", $"2/4/2025,{Group.Name},30,Phone,Money,{name},{word}", $"3/4/2025,{Group.Name},30,Phone,Money,Otto Gone,{word}"));
        await page.Press("Bring in 3 entries");
        var entries = await site.Entries(word);
        Assert.Equal(entries[0].WorkerId, entries[1].WorkerId);
        Assert.NotNull(entries[0].WorkerId);
        Assert.Equal([null, null, "Otto Gone"], entries.Select(one => one.WorkerName));
        await using var scope = site.Services.CreateAsyncScope();
        var counted = await scope.ServiceProvider.GetServices<IRecords>().Single(one => one.Kind == "support-entries").Read(Place, new(2025, 4, 3), new(2025, 4, 3), default);
        Assert.Equal("Otto Gone", counted.Single(one => one.Id == entries[2].Id).Words["worker"]); // in reports by its own day
    }

    [Fact]
    public async Task Whoever_is_erased_is_gone_from_what_was_brought_in_too()
    {
        var email = $"gone+{word}@example.org";
        await site.Appoint(Role.Viewer, Guid.CreateVersion7(), null, email);
        var page = await (await site.Manager(Place.Id)).Look(ComingScene.Csv($"1/4/2025,{Group.Name},30,Phone,Money,{email},{word} wrote to {email}"));
        page = await (await page.Press("Save these words", (email, "Nobody here: keep the name"))).FollowRedirect();
        await page.Press("Bring in 1 entry");
        Assert.Equal(email, (await site.Entries(word)).Single().WorkerName);
        Assert.Contains(email, (await site.Arrival(page)).Choices, StringComparison.Ordinal);

        var person = (await site.All<Person>()).Single(one => one.Email == email);
        Assert.True((await site.With<ErasePerson, Result<ErasePerson.Done>?>(erase => erase.Handle(person.Id, "Asked", default)))!.Succeeded);
        var entry = (await site.Entries(word)).Single();
        Assert.Null(entry.WorkerName);
        Assert.DoesNotContain(email, entry.Done, StringComparison.Ordinal);
        Assert.DoesNotContain(email, (await site.Arrival(page)).Choices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_taken_back_but_for_what_was_corrected_and_both_stand_in_the_history()
    {
        var manager = await site.Manager(Place.Id);
        var page = await manager.Look(ComingScene.Csv($"1/4/2025,{Group.Name},30,Phone,Money,,{word} stays", $"2/4/2025,{Group.Name},30,Phone,Money,,{word} goes"));
        await page.Press("Bring in 2 entries");
        var own = (await site.Entries(word))[0];
        Assert.Equal(302, (await (await (await Worker()).Open("/work/log/" + own.Id)).Press("Save the correction", ("Minutes", "31"))).Status);

        var after = await manager.Open("/work/bring-in/" + page.IdOf());
        Assert.Contains("Somebody has corrected these. They stay when the rest is taken back.", after.Text, StringComparison.Ordinal);
        Assert.Contains(word + " stays", after.Text, StringComparison.Ordinal);
        Assert.Equal("Say why it is taken back, in at most 300 letters.", (await after.Press("Take it back")).Problems.Single());
        Assert.Equal(302, (await after.Press("Take it back", ("Why?", "The wrong year"))).Status);
        Assert.Equal([word + " stays"], (await site.Entries(word)).Select(one => one.Done));
        Assert.DoesNotContain(await site.All<EntryGroup>(), about => about.OrganisationId == Group.Id && about.EntryId != own.Id);
        Assert.Contains("1 entry went again", (await manager.Open("/work/bring-in/" + page.IdOf())).Text, StringComparison.Ordinal);
        Assert.Equal(422, (await after.Press("Take it back", ("Why?", "Again"))).Status);

        var told = (await site.All<AuditEntry>()).Where(one => one.RecordId == page.IdOf()).OrderBy(one => one.Sequence).ToList();
        Assert.Contains(told, one => one.Fields.Contains("BroughtAt", StringComparison.Ordinal));
        Assert.Contains(told, one => one.Fields.Contains("TakenBackAt", StringComparison.Ordinal) && one.ReasonHash != null);
    }

    [Fact]
    public async Task Pressed_twice_at_once_or_brought_twice_at_once_it_comes_once()
    {
        var manager = await site.Manager(Place.Id);
        var csv = ComingScene.Csv([.. Enumerable.Range(1, 20).Select(day => $"{day}/4/2025,{Group.Name},30,Phone,Money,,{word} {day}")]);
        var (one, two) = (await manager.Look(csv), await manager.Look(csv, "the same again.csv"));
        var pressed = await Task.WhenAll(one.Press("Bring in 20 entries"), one.Press("Bring in 20 entries"), two.Press("Bring in 20 entries"));
        Assert.Single(pressed.Where(page => page.Status == 302).Select(page => page.Response.Headers.Location).Distinct()); // pressed twice, it leads to one place
        Assert.Equal(20, (await site.Entries(word)).Count);
    }

    [Fact]
    public async Task A_file_that_was_removed_leaves_nothing_and_one_that_waited_too_long_says_so()
    {
        var manager = await site.Manager(Place.Id);
        var page = await manager.Look(ComingScene.Csv($"1/4/2025,{Group.Name},30,Phone,Money,,{word}"));
        Assert.Equal(302, (await page.Press("Remove this file")).Status);
        Assert.Equal(404, (await manager.Open("/work/bring-in/" + page.IdOf())).Status);
        Assert.DoesNotContain(await site.All<WaitingFile>(), file => file.ArrivalId == page.IdOf());

        page = await manager.Look(ComingScene.Csv($"1/4/2025,{Group.Name},30,Phone,Money,,{word}"));
        await site.InDb(async db =>
        {
            db.Remove(db.Set<WaitingFile>().Single(file => file.ArrivalId == page.IdOf()));
            await db.SaveChangesAsync();
        });
        Assert.Contains("The file has waited longer than a week", (await manager.Open("/work/bring-in/" + page.IdOf())).Text, StringComparison.Ordinal);
        Assert.Equal("This file waits no longer: somebody has brought it in or removed it just now.", (await page.Press("Bring in 1 entry")).Problems.Single());
    }

    [Fact]
    public async Task Files_of_another_place_do_not_exist()
    {
        var page = await (await site.Manager(Place.Id)).Look(ComingScene.Csv($"1/4/2025,{Group.Name},30,Phone,Money,,{word}"));
        await site.InDb(async db =>
        {
            var elsewhere = await site.MakePlace();
            var arrival = db.Set<Arrival>().Single(one => one.Id == page.IdOf());
            db.Add(new Arrival { Id = Guid.CreateVersion7(), PlaceId = elsewhere.Id, Kind = ArrivalKind.History, FileName = word, Sha256 = "", Choices = arrival.Choices, State = ArrivalState.Waiting, ArrivedAt = arrival.ArrivedAt });
            await db.SaveChangesAsync();
        });
        var other = (await site.All<Arrival>()).Single(one => one.FileName == word);
        Assert.Equal(404, (await (await site.Manager(Place.Id)).Open("/work/bring-in/" + other.Id)).Status);
    }
}
