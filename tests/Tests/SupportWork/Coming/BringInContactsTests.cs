using Microsoft.EntityFrameworkCore;
using Trellis.Support.Coming;
using Trellis.Support.Contacts;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Coming;

/// <summary>The contacts of another system are looked at, brought in once, and taken back.</summary>
public sealed class BringInContactsTests(Site site) : Scene(site)
{
    private const string Headings = "Organisation,Name,Role,Email,Telephone\n";
    private readonly Site site = site;
    private readonly string word = "numbat" + Guid.CreateVersion7().ToString("n")[^12..];

    [Fact]
    public async Task A_real_export_is_understood_but_for_what_nobody_can_know()
    {
        foreach (var name in new[] { "Thornfield Choir", "Brook Lane Allotments", "Harbour Youth Club" })
        {
            await site.OneGroup(Place, name);
        }

        var manager = await site.Manager(Place.Id);
        var file = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests/Tests/SupportWork/Coming/old-contacts.csv"));
        var columns = await (await manager.SendFile("contacts (2026).csv", file, "Contacts of groups")).FollowRedirect();
        Assert.DoesNotContain("Days and times", columns.Text, StringComparison.Ordinal);
        Assert.Equal(["", "first-name", "last-name", "role", "group", "number", "email", "telephone", "telephone", "", "", "left"], columns.Document.QuerySelectorAll("select").Select(select => select.QuerySelector("option[selected]")?.GetAttribute("value") ?? ""));
        var page = await (await columns.Press("Save and see what would come in")).FollowRedirect();
        Assert.Equal([6, 1, 1, 0, 3], page.Fates());
        Assert.Equal(
            [
                "7 They left on 1 June 2021", "8 The row names no group", "9 The row has neither a name nor what they do in the group",
            ],
            page.Table("Each with its line in the file").Select(row => $"{row[0]} {row[1].Split('.')[0]}"));
        Assert.Equal(
            [
                "2 They have more than one number. 07700 900123 was left away.", "4 “secretary at brook lane” is no email address, and was left away.", "4 “ask Gwen” is no telephone number, and was left away.",
                "11 The file names them twice for one group. The first row comes in.",
            ],
            page.Table("What is left away, or stays as it is here").Select(row => $"{row[0]} {row[1]}"));

        var brought = await (await page.Press("Bring in 7 contacts")).FollowRedirect();
        Assert.Contains("7 contacts came in on 1 September 2026; 5 rows of the file stayed out.", brought.Text, StringComparison.Ordinal);
        var contacts = (await site.All<Contact>()).Where(one => one.ImportId == page.IdOf()).ToList();
        Assert.DoesNotContain(contacts, one => $"{one.Name}{one.Role}{one.Reach}".Contains("Back Lane", StringComparison.Ordinal)); // nobody's home
        var screen = await (await Worker()).Open("/groups/harbour-youth-club/support");
        Assert.Contains("Olive Pritchard 07700 900456", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Kofi Mensah until 1 June 2026", screen.Text, StringComparison.Ordinal);
        Assert.Contains("=HYPERLINK(\"http://evil.example\") Nowak <b>Helper</b>", screen.Text, StringComparison.Ordinal); // as words
        Assert.Contains("Gwen Ashworth Chair gwen.ashworth@example.org 0161 912 2000", (await (await Worker()).Open("/groups/thornfield-choir/support")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_twice_brings_nothing_new_and_what_differs_is_told_and_not_taken()
    {
        var manager = await site.Manager(Place.Id);
        await (await manager.LookAtContacts($"{Headings}{Group.Name},Ada {word},Chair,ada-{word}@example.org,\n{Group.Name},Bo {word},,,\n")).Press("Bring in 2 contacts");
        var again = await manager.LookAtContacts($"{Headings}{Group.Name},ADA {word},Treasurer,ada-{word}@example.org,0161 912 2000\n{Group.Name},Bo {word},,,\n{Group.Name},Cy {word},,,\n");
        Assert.Equal([1, 2, 0, 0, 0], again.Fates());
        Assert.Equal(
            [
                $"2 Ada {word} is here with no telephone number: the file says 0161 912 2000. Nothing was changed.",
                $"2 Ada {word} is here with another role: the file says Treasurer. Nothing was changed.",
            ],
            again.Table("What is left away, or stays as it is here").Select(row => $"{row[0]} {row[1]}"));
        await again.Press("Bring in 1 contact");
        Assert.Equal(["Chair", null, null], (await Ours()).Select(one => one.Role));
    }

    [Fact]
    public async Task Whoever_is_to_leave_some_day_comes_in_and_is_told()
    {
        var page = await (await site.Manager(Place.Id)).LookAtContacts($"Organisation,Name,End Date\n{Group.Name},Ada {word},1/6/2031\n");
        Assert.Equal([1, 0, 0, 0, 0], page.Fates());
        Assert.Equal("They will leave on 1 June 2031, which is still to come, and was left away.", page.Table("What is left away, or stays as it is here").Single()[1]);
        await page.Press("Bring in 1 contact");
        Assert.Null((await Ours()).Single().LeftAt);
    }

    [Fact]
    public async Task They_are_taken_back_but_for_what_was_put_right_since()
    {
        var manager = await site.Manager(Place.Id);
        var page = await manager.LookAtContacts($"{Headings}{Group.Name},Ada {word},,,\n{Group.Name},Bo {word},,,\n");
        await page.Press("Bring in 2 contacts");
        var ada = (await Ours())[0];
        await (await (await Worker()).Open(Address("/contacts/" + ada.Id))).Press("Save", ("What they do in the group", "Chair"));
        var brought = await manager.Open("/work/bring-in/" + page.IdOf());
        Assert.Contains("1 contact will go again", brought.Text, StringComparison.Ordinal);
        Assert.Contains($"Ada {word}: {Group.Name}", brought.Text, StringComparison.Ordinal);
        var back = await (await brought.Press("Take it back", ("Why?", "The wrong file"))).FollowRedirect();
        Assert.Contains("2 contacts came in on 1 September 2026; 1 contact went again", back.Text, StringComparison.Ordinal);
        Assert.Equal(["Chair"], (await Ours()).Select(one => one.Role));
    }

    [Fact]
    public async Task A_group_in_doubt_is_chosen_by_hand_and_what_was_said_of_it_holds_for_files_of_history_too()
    {
        var manager = await site.Manager(Place.Id);
        var page = await manager.LookAtContacts($"{Headings}Friends of {word},Ada {word},,,\n");
        Assert.Equal([0, 0, 1, 0, 0], page.Fates());
        Assert.Contains("Nothing can come in yet: say below which groups are meant.", page.Text, StringComparison.Ordinal);
        page = await (await page.Press("Save these groups", ($"Its name, or the address of its page Friends of {word}", Group.Slug))).FollowRedirect();
        Assert.Equal([1, 0, 0, 0, 0], page.Fates());
        var history = await manager.Look(ComingScene.Csv($"3/4/2025,Friends of {word},30,Phone,Money,,{word}"));
        Assert.Equal([1, 0, 0, 0, 0], history.Fates());
    }

    [Fact]
    public async Task What_a_file_holds_must_be_said_and_its_columns_found()
    {
        var manager = await site.Manager(Place.Id);
        var none = await manager.Send(Upload.Request(new("/work/bring-in", UriKind.Relative), [.. Upload.Fields((AngleSharp.Html.Dom.IHtmlFormElement)(await manager.Open("/work/bring-in")).Document.QuerySelector("form[enctype]")!).Where(field => field.Name != "Form.Kind"), ("Form.Kind", "Nonsense")], "Form.File", "a.csv", "Name\nx\n"u8.ToArray()));
        Assert.Equal((422, "Choose what the file holds."), (none.Status, none.Problems.Single()));
        var columns = await (await manager.SendFile("sheep.csv", "Sheep,Wool\n3,4\n"u8.ToArray(), "Contacts of groups")).FollowRedirect();
        Assert.Equal(["Say which column is “Group”. Nothing can come in without it."], (await columns.Press("Save and see what would come in")).Problems);
    }

    [Fact]
    public async Task What_is_taken_away_can_be_brought_in_again()
    {
        var worker = await Worker();
        await (await worker.Open(Address("/contacts"))).Press("Save the contact", ("Name", "Ada " + word), ("What they do in the group", "=1+1"), ("Email address", $"ada-{word}@example.org"), ("Telephone number", "0161 912 2000"), ("How they are reached best", "Evenings only"));
        await (await worker.Open(Address("/contacts"))).Press("Save the contact", ("Name", "Bo " + word));
        await (await worker.Open(Address("/contacts/" + (await Ours())[1].Id))).Press("They are a contact no longer");
        var csv = (await Taking.TakeSupportTests.Take(await site.Manager(Place.Id)))["contacts.csv"];
        var ours = string.Join("\r\n", csv.TrimStart('\uFEFF').Split("\r\n").Where((line, at) => at == 0 || line.Contains(word, StringComparison.Ordinal))) + "\r\n";

        await using var other = new Site();
        var there = await other.OnePlace();
        await other.Import(there, "group-list", $"name,postcode\n{Group.Name},M33 1AA\n", "groups");
        var page = await (await other.Manager(there.Id)).LookAtContacts(ours);
        Assert.Equal([2, 0, 0, 0, 0], page.Fates());
        await page.Press("Bring in 2 contacts");
        Assert.Equal((await Ours()).Select(Says), (await other.All<Contact>()).OrderBy(one => one.Name, StringComparer.Ordinal).Select(Says));
    }

    private static string Says(Contact one) => $"{one.Name}|{one.Role}|{one.Email}|{one.Telephone}|{one.Reach}|{one.LeftAt:yyyy-MM-dd}";

    private async Task<List<Contact>> Ours() => [.. (await site.All<Contact>()).Where(one => one.OrganisationId == Group.Id).OrderBy(one => one.Name, StringComparer.Ordinal)];
}
