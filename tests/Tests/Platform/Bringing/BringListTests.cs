using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Exchange;
using Trellis.Platform.Exchange.Bringing;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;
using Trellis.Standards.Tables;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Platform.Bringing;

/// <summary>A manager brings a spreadsheet by the browser: sees what would become of it, puts right how it is read, brings it in, and reads the report.</summary>
public sealed class BringListTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private readonly string word = "Wombat" + Guid.CreateVersion7().ToString("n")[^12..];
    private Place place = null!;
    private Visitor manager = null!;

    private string Messy => $"""
        Our groups 2026,,,,
        Group,Tel.,Post code,Reg charity no,Notes
        {word} Bowls,0161 496 0001,M33 2RP,,=1+1
        {word} Chess,none,M33 OTZ,abc,
        ,0161 496 0002,,,nobody
        Total,3,,,
        """;

    public async ValueTask InitializeAsync()
    {
        place = await site.OnePlace();
        manager = await site.SignInAs(Role.Manager, place.Id, place.Id, $"manager-{Guid.CreateVersion7():n}@example.org");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_list_is_looked_at_first_and_comes_in_with_an_account_of_every_row()
    {
        var page = await Look(Messy);
        Assert.Equal([2, 0, 0, 0, 2], Counts(page));
        Assert.Contains("Together these are all 4 rows of the file.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Above the headings stands \"Our groups 2026\", which was left out.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["5 Row left out", "6 Row left out", "4 Value left out", "4 Value left out", "4 Note"],
            page.Table("What is to be said of single rows").Select(row => $"{row[0]} {new[] { "Row left out", "Value left out", "Note" }.First(row[1].StartsWith)}"));
        Assert.Empty(await Groups()); // nothing counts yet
        Assert.DoesNotContain(await site.All<Source>(), source => source.Title == FileName);

        var report = await (await page.Press("Bring in 2 rows")).FollowRedirect();
        Assert.Equal([2, 0, 0, 0, 2], Counts(report));
        Assert.Equal([$"{word} Bowls", $"{word} Chess"], (await Groups()).Select(group => group.Name).Order());
        Assert.All(await Groups(), group => Assert.Null(group.Telephone)); // whose it is, nobody has said
        Assert.Empty(await Waiting());
        Assert.Empty(await Orphans());
        var left = await report.Follow("Rows left out (2)");
        Assert.Equal(["5", "6"], left.Table("What is to be said of single rows").Select(row => row[0]));

        var list = await manager.Open("/work/imports");
        Assert.Equal("4", list.Table("What came in so far").Single(row => row[0] == FileName)[2]);
        Assert.Contains(await site.All<AuditEntry>(), entry => entry.RecordKind == nameof(Import) && entry.RecordId == Guid.Parse(report.Response.RequestMessage!.RequestUri!.Segments[^1]) && entry.ActorId is not null);
    }

    [Fact]
    public async Task The_report_comes_as_a_file_before_and_after_and_runs_nothing()
    {
        var page = await Look(Messy.Replace("none", "=HYPERLINK(\"x\")", StringComparison.Ordinal));
        var before = await page.Follow("Download the whole report (CSV)");
        var after = await (await (await page.Press("Bring in 2 rows")).FollowRedirect()).Follow("Download the whole report (CSV)");
        var lines = Encoding.UTF8.GetString(before.Body).TrimStart('\ufeff').Split("\r\n");
        Assert.Equal("File,Sheet,Row,Column,Value,Severity,What is wrong,What was done", lines[0]);
        Assert.Contains(lines, line => line.StartsWith($"{FileName},,5,Group,,Refusal,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("'=HYPERLINK", StringComparison.Ordinal));
        Assert.Equal(lines.Order(StringComparer.Ordinal), Encoding.UTF8.GetString(after.Body).TrimStart('\ufeff').Split("\r\n").Order(StringComparer.Ordinal));
        Assert.Equal("text/csv", after.Response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task What_the_columns_hold_is_put_right_and_remembered_for_the_next_file_of_that_name()
    {
        var csv = $"Zip,Zap,Zop,Zop.\n{word} Bowls,{word.ToLowerInvariant()}@example.org,M33 2RP,first\n";
        var page = await Look(csv);
        Assert.Contains("has headings we do not know (Zip, Zap, Zop, Zop.).", page.Text, StringComparison.Ordinal);
        page = await Save(page, ("What is it?", "List of groups, in any columns"));
        Assert.Contains("has no column that looks like names of groups.", page.Text, StringComparison.Ordinal);
        Assert.Equal("They may be people's own: do not show them", Whose(page)); // as long as nobody was asked
        var wrong = await page.Press("Save and look again", ("Zip", "Name of the group"), ("Zap", "Name of the group"));
        Assert.Equal((422, "Only one column can be “Name of the group”, and these are said to be: Zip, Zap."), (wrong.Status, wrong.Problems.Single()));
        page = await Save(wrong, ("Zip", "Name of the group"), ("Zap", "Email address"), ("Zop.", "What it does"), ("Zop", "Kept, but not shown"), ("Whose are the addresses, emails and telephone numbers?", "The groups' own: show them to everybody"), ("Who made it", "Our council"));
        await page.Press("Bring in 1 row");
        var group = Assert.Single(await Groups());
        Assert.Equal(($"{word.ToLowerInvariant()}@example.org", "first", null), (group.Email, group.Purpose, group.Postcode));

        page = await Look(csv);
        Assert.Equal([0, 0, 1, 0, 0], Counts(page));
        Assert.Equal("Our council", page.Document.QuerySelector("#Form-Publisher")!.GetAttribute("value"));
        Assert.Equal("The groups' own: show them to everybody", Whose(page)); // as was said of the earlier file
    }

    [Fact]
    public async Task A_list_of_which_only_the_columns_were_explained_shows_no_contact_details_either()
    {
        await site.Import(place, "group-list", $"Group,Email\n{word} Bowls,jo@example.org\n", "own-" + FileName.ToLowerInvariant(), mapping: [("Group", "name")]);
        var page = await Look($"Group,Email\n{word} Bowls,jo@example.org\n");
        Assert.Equal("They may be people's own: do not show them", Whose(page));
    }

    [Fact]
    public async Task A_list_of_spots_is_not_taken_for_outlines()
    {
        var spots = $$"""
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"name":"{{word}} Bowls","postcode":"M33 2RP"},"geometry":{"type":"Point","coordinates":[-2.32,53.42]} },
              {"type":"Feature","properties":{"name":"{{word}} Chess","postcode":"M33 3RP","website":"zork.example"},"geometry":{"type":"Point","coordinates":[-2.32,53.42]} }]}
            """;
        var page = await (await SendAs(word + ".geojson", Encoding.UTF8.GetBytes(spots))).FollowRedirect();
        Assert.Equal([2, 0, 0, 0, 0], Counts(page));
        await page.Press("Bring in 2 rows");
        Assert.Equal([null, "https://zork.example"], (await Groups()).OrderBy(group => group.Name).Select(group => group.Website));
    }

    [Fact]
    public async Task A_service_may_be_offered_from_somebodys_home()
    {
        var csv = $"Service,Address,Postcode,Opening hours,Email,Phone,Lat,Long\n{word} Pantry,5 Craven Road,M33 2RP,Mondays,jo@example.org,0161 496 0001,53.42,-2.32\n";
        await (await Look(csv)).Press("Bring in 1 row");
        var hidden = Assert.Single(await site.All<Service>(), service => service.Name.StartsWith(word, StringComparison.Ordinal));
        Assert.Equal((null, null, null, "M33", null), (hidden.Email, hidden.Telephone, hidden.Address, hidden.Postcode, hidden.LatitudeMicro));

        var page = await Save(await Look(csv), ("Whose are the addresses, emails and telephone numbers?", "The services' own: show them to everybody"));
        await page.Press("Bring in 1 row");
        var shown = Assert.Single(await site.All<Service>(), service => service.Name.StartsWith(word, StringComparison.Ordinal));
        Assert.Equal(("jo@example.org", "5 Craven Road", "M33 2RP", 53_420_000), (shown.Email, shown.Address, shown.Postcode, shown.LatitudeMicro));
    }

    [Fact]
    public async Task Who_paid_is_asked_for_where_the_payments_do_not_say()
    {
        var page = await Look($"Date,Supplier Name,Amount\n01/04/2026,{word} Ltd,5.00\n");
        Assert.Contains("has no column for who paid. Say who made the file", page.Text, StringComparison.Ordinal);
        page = await Save(page, ("What is it?", "Payments of a council to its suppliers"), ("Who made it", word + " Council"));
        await page.Press("Bring in 1 row");
        Assert.Contains(await site.All<Trellis.Ledger.Book.Funder>(), funder => funder.Name == word + " Council");
        Assert.DoesNotContain(await site.All<Trellis.Ledger.Book.Funder>(), funder => funder.Name == SourceDetails.NobodyNamed);

        page = await Look($"Body Name,Date,Supplier Name,Amount\n{word} Council,01/04/2026,{word} Ltd,5.00\n,01/04/2026,{word} Ltd,5.00\n", word + "-other.csv");
        Assert.Equal([1, 0, 0, 0, 1], Counts(page));
        Assert.Contains("It does not say who paid.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_details_stay_hidden_until_somebody_says_whose_they_are()
    {
        var page = await Look($"Group,Email\n{word} Bowls,jo@example.org\n");
        page = await Save(page, ("What is it?", "As its headings say"));
        Assert.Equal("They may be people's own: do not show them", Whose(page));
        page = await Save(page, ("What is it?", "List of services: food banks, hubs, libraries"));
        page = await Save(page, ("What is it?", "List of groups, in any columns"));
        Assert.Equal("They may be people's own: do not show them", Whose(page));
        await page.Press("Bring in 1 row");
        Assert.Null(Assert.Single(await Groups()).Email);
    }

    [Fact]
    public async Task A_newer_edition_changes_only_what_differs_and_marks_what_is_gone()
    {
        await (await Look($"Group,Post code\n{word} Bowls,M33 2RP\n{word} Chess,M33 3RP\n")).Press("Bring in 2 rows");
        var page = await Look($"Group,Post code\n{word} Bowls,M33 2RP\n{word} Darts,M33 4RP\n", FileName + "-december.csv");
        Assert.Equal([2, 0, 0, 0, 0], Counts(page)); // as a list of its own it says all of it anew
        page = await Save(page, ("Is it a newer edition of a list that is here?", FileName));
        Assert.Equal([1, 0, 1, 0, 0], Counts(page));
        Assert.Contains("1 entry of an earlier file is no longer in this one: it stays, marked.", page.Text, StringComparison.Ordinal);
        await page.Press("Bring in 2 rows");
        Assert.Equal(1, (await site.All<Source>()).Count(source => source.FileName.StartsWith(FileName, StringComparison.Ordinal)));
        Assert.Equal(3, (await Groups()).Count);
    }

    [Fact]
    public async Task It_comes_in_once_and_only_as_it_was_looked_at()
    {
        var page = await Look($"Group,Post code\n{word} Bowls,M33 2RP\n{word} Chess,M33 3RP\n");
        var stale = await manager.Open(page.Response.RequestMessage!.RequestUri!.PathAndQuery);
        page = await Save(page, ("Post code", "Kept, but not shown"));
        var refused = await stale.Press("Bring in 2 rows");
        Assert.Equal((422, "Somebody has said something else of this file since you looked at it. Look at it again before it comes in."), (refused.Status, refused.Problems.Single()));
        Assert.Empty(await Groups());

        var answers = await Task.WhenAll(page.Press("Bring in 2 rows"), page.Press("Bring in 2 rows"), refused.Press("Bring in 2 rows"));
        Assert.Contains(302, answers.Select(answer => answer.Status));
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 302, 404, 422 }));
        Assert.Equal(1, (await site.All<Import>()).Count(import => import.FileName == FileName));
        Assert.Equal(2, (await Groups()).Count);
    }

    [Fact]
    public async Task A_file_can_be_removed_and_nothing_of_it_stays()
    {
        var page = await Look(Messy);
        Assert.Equal(302, (await page.Press("Remove it")).Status);
        Assert.Empty(await Waiting());
        Assert.Empty(await Orphans());
        Assert.Equal(404, (await page.Press("Bring in 2 rows")).Status);
        Assert.Empty(await Groups());
    }

    [Theory]
    [InlineData("", "This file is empty. Open it to see whether it was saved, and choose it again.")]
    [InlineData("PK\u0003\u0004 half a workbook", null)]
    [InlineData("{\"a\":", null)]
    public async Task What_cannot_be_read_is_refused_in_a_sentence_and_nothing_is_kept(string content, string? sentence)
    {
        var page = await Send(Encoding.UTF8.GetBytes(content));
        Assert.Equal(422, page.Status);
        Assert.Equal(sentence ?? page.Problems.Single(), page.Problems.Single());
        Assert.EndsWith(".", page.Problems.Single(), StringComparison.Ordinal);
        Assert.Empty(await Waiting());
    }

    [Fact]
    public async Task No_file_too_large_a_file_and_too_many_rows_are_refused()
    {
        Assert.Equal("Choose a file.", (await manager.Send(await manager.Open("/work/imports"), null)).Problems.Single());
        Assert.Contains("larger than 10 MB", (await Send(new byte[10_000_001])).Problems.Single(), StringComparison.Ordinal);
        var rows = string.Concat(Enumerable.Range(0, ReceiveFile.MostRows + 1).Select(number => $"{number},x\n"));
        Assert.Contains("more than 50,000 rows", (await Send(Encoding.UTF8.GetBytes("Name,Postcode\n" + rows))).Problems.Single(), StringComparison.Ordinal);
        Assert.Empty(await Waiting());
    }

    [Fact]
    public async Task Areas_are_left_to_the_operator()
    {
        var page = await Look("postcode,ward_code,lsoa_code,locality,latitude,longitude\nM33 2RP,E05015238,E01006074,Sale,53.4,-2.3\n");
        Assert.Contains("Areas and figures about them come with the installation: its operator brings them in.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bring in", string.Concat(page.All("button")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_of_two_sheets_says_of_which_sheet_a_row_is()
    {
        using var book = new MemoryStream();
        await XlsxOut.Write(book, [Sheet("Sale", $"{word} Bowls", ""), Sheet("Stretford", "", $"{word} Chess")], default);
        var page = await (await Send(book.ToArray(), ".xlsx")).FollowRedirect();
        Assert.Equal([2, 0, 0, 0, 2], Counts(page));
        Assert.Equal(["Sale, 3", "Stretford, 2"], page.Table("What is to be said of single rows").Select(row => row[0]).Where(row => row.Contains(',', StringComparison.Ordinal)));
    }

    private static XlsxSheetOut Sheet(string name, params string[] names) => new(name, ["Group", "Post code"], names.Select(one => (IReadOnlyList<object?>)[one, "M33 2RP"]).ToAsyncEnumerable());

    /// <summary>New, changed, unchanged, waiting, left out.</summary>
    private static int[] Counts(PageSeen page) => [.. page.All(".stat .number").Select(text => int.Parse(text, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture))];

    private string FileName => word + ".csv";

    private Task<PageSeen> Send(byte[] content, string ending = ".csv") => SendAs(word + ending, content);

    private async Task<PageSeen> SendAs(string name, byte[] content) => await manager.Send(await manager.Open("/work/imports"), ("The file", name, content));

    private async Task<PageSeen> Look(string csv, string? name = null) => await (await SendAs(name ?? FileName, Encoding.UTF8.GetBytes(csv))).FollowRedirect();

    private static async Task<PageSeen> Save(PageSeen page, params (string, string)[] answers)
    {
        var saved = await page.Press("Save and look again", answers);
        Assert.Equal(302, saved.Status);
        return await saved.FollowRedirect();
    }

    private async Task<List<Organisation>> Groups() => [.. (await site.All<Organisation>()).Where(group => group.Name.StartsWith(word, StringComparison.Ordinal))];

    private static string Whose(PageSeen page) => page.Document.QuerySelectorAll<IHtmlOptionElement>("[name='Form.Options[1]'] option").Single(option => option.IsSelected).Text.Trim();

    private Task<List<WaitingContent>> Orphans() => site.InDb(db => db.Set<WaitingContent>().Where(content => !db.Set<WaitingImport>().Any(waiting => waiting.Id == content.ImportId)).ToListAsync());

    private async Task<List<WaitingImport>> Waiting() => [.. (await site.All<WaitingImport>()).Where(waiting => waiting.FileName.StartsWith(word, StringComparison.Ordinal))];
}
