using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Pinning;

/// <summary>Where sources disagree, a worker fixes what is shown and says why, and no import overturns it.</summary>
public sealed class PinTests(Site site) : Scene(site)
{
    private const string Pin = "Pin it: Telephone";
    private readonly Site site = site;
    private readonly string older = "older-" + Guid.CreateVersion7().ToString("n");
    private readonly string newer = "newer-" + Guid.CreateVersion7().ToString("n");

    [Fact]
    public async Task A_pinned_fact_is_shown_with_who_when_and_why_and_an_import_does_not_overturn_it()
    {
        await Disagree();
        Assert.Contains("0161 912 0022 List newer", (await Page()).Text, StringComparison.Ordinal);
        var worker = await Worker();
        Assert.Equal(302, (await Press(worker, "0161 912 0011", "We rang, and it is this one")).Status);
        var shown = (await Page()).Text;
        Assert.Contains($"0161 912 0011 List {older}, June 2025; pinned on 1 September 2026 by a support worker of the place: We rang, and it is this one", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("0161 912 0022", shown, StringComparison.Ordinal);

        await List(newer, "0161 912 0033", new(2026, 8, 2));
        await List(older, "0161 912 0044", new(2026, 8, 3));
        Assert.Contains("0161 912 0011 List", (await Page()).Text, StringComparison.Ordinal);
        Assert.Contains("\"Telephone\",\"source\":\"" + older, System.Text.Encoding.UTF8.GetString((await site.Open(Address(".json"))).Body).Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        var line = Assert.Single((await worker.Open("/work/pins")).All(".results > li"), one => one.Contains(Group.Name, StringComparison.Ordinal));
        Assert.Contains($"Look again List {older} now says: 0161 912 0044 0161 912 0011 Pinned on", line, StringComparison.Ordinal);
        var entry = (await site.All<AuditEntry>()).OrderBy(one => one.Sequence).Last(one => one.RecordId == Group.Id && one.Act.EndsWith("Changed", StringComparison.Ordinal));
        Assert.Equal(("/groups/{slug}/pins Changed", "Telephone,Pins"), (entry.Act, entry.Fields));
        Assert.Equal("We rang, and it is this one", (await site.All<AuditReason>()).Single(one => one.Sequence == entry.Sequence).Reason);
    }

    [Fact]
    public async Task What_is_unpinned_is_chosen_by_the_order_again()
    {
        await Disagree();
        var worker = await Worker();
        await Press(worker, "0161 912 0011", "Rang");
        Assert.Contains("Rang", (await worker.Open(Address("/pins"))).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await (await worker.Open(Address("/pins"))).Press("Unpin: Telephone")).Status);
        var page = await Page();
        Assert.Contains("0161 912 0022 List newer", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("pinned on", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Group.Name, (await worker.Open("/work/pins")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_group_says_later_does_not_overturn_it_and_both_are_told()
    {
        await Disagree();
        var worker = await Worker();
        await Press(worker, "0161 912 0011", "Rang");
        var lead = await Lead();
        await (await lead.Open(Address("/edit"))).Press("Save", ("Telephone", "0161 912 0055"));
        Assert.Contains("0161 912 0011", (await Page()).Text, StringComparison.Ordinal);
        Assert.Contains("What you enter is kept, but this is shown until the staff unpin it.", (await lead.Open(Address("/edit"))).Text, StringComparison.Ordinal);
        Assert.Contains("The group itself has said since: 0161 912 0055", (await worker.Open("/work/pins")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_name_is_the_one_the_group_is_found_by()
    {
        var other = Group.Name + " (Cyclists)";
        await site.Import(Place, "group-list", $"name,website,postcode,email\n{other},{Website},M33 1AA,{Mailbox}\n", newer, new(2026, 8, 1));
        var worker = await Worker();
        var page = await worker.Open(Address("/pins"));
        var record = page.Document.QuerySelectorAll("section").Single(one => one.QuerySelector("h2")!.TextContent.Contains("Name", StringComparison.Ordinal)).QuerySelectorAll("label").Where(one => one.HasAttribute("for"));
        Assert.Contains(record, one => one.TextContent.Contains(Group.Name, StringComparison.Ordinal));
        var shown = (await Page()).Heading;
        var wanted = shown == other ? Group.Name : other;
        Assert.Equal(302, (await page.Press("Pin it: Name of the group", (Label(page, wanted), "x"), ("Why", "On their sign"))).Status);
        Assert.Equal(wanted, (await Page()).Heading);
        Assert.Contains("The name is pinned on 1 September 2026 by a support worker of the place: On their sign", (await Page()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_pinned_without_a_choice_and_a_reason_and_nothing_is_lost()
    {
        await Disagree();
        var worker = await Worker();
        var page = await worker.Open(Address("/pins"));
        var again = await page.Press(Pin, (Label(page, "0161 912 0011"), "x"));
        Assert.Equal((422, "Say why this one is right, in at most 500 letters. Everybody can read it."), (again.Status, again.Problems.Single()));
        Assert.NotNull(again.Document.QuerySelector("input[type=radio][checked]#Form-Record, section input[type=radio][checked]"));
        again = await (await worker.Open(Address("/pins"))).Press(Pin, ("Why", "Kept reason"));
        Assert.Equal((422, "Choose which of the sources is right."), (again.Status, again.Problems.Single()));
        Assert.Contains("Kept reason", again.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("pinned on", (await Page()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_from_the_public_stays_so_when_pinned()
    {
        await Disagree();
        await (await (await Lead()).Open(Address("/edit"))).Press("Save", ("The telephone number", "yes"));
        var worker = await Worker();
        await Press(worker, "0161 912 0011", "Rang");
        Assert.DoesNotContain("912 00", (await Page()).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("912 00", Assert.Single((await worker.Open("/work/pins")).All(".results > li"), one => one.Contains(Group.Name, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains((await site.All<AuditEntry>()), one => one.RecordId == Group.Id && one.Act == "/groups/{slug}/pins Read" && one.Fields == "Telephone");
    }

    private string Website => Group.Website!;

    private async Task Disagree()
    {
        await List(older, "0161 912 0011", new(2025, 6, 1));
        await List(newer, "0161 912 0022", new(2026, 7, 2));
        Assert.Equal(3, (await site.All<SourceRecord>()).Count(one => one.OrganisationId == Group.Id));
    }

    private Task List(string key, string telephone, DateOnly asOf) =>
        site.Import(Place, "group-list", $"name,website,telephone,postcode\n{Group.Name},{Website},{telephone},M33 1AA\n", key, asOf);

    private async Task<PageSeen> Press(Visitor worker, string text, string why)
    {
        var page = await worker.Open(Address("/pins"));
        return await page.Press(Pin, (Label(page, text), "x"), ("Why", why));
    }

    private static string Label(PageSeen page, string begins) => page.All("label").First(one => one.StartsWith(begins + " List", StringComparison.Ordinal));

    private Task<PageSeen> Page() => site.Open(Address());
}
