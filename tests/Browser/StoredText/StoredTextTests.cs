using System.Net;
using System.Text.Json;
using MimeKit;

namespace Trellis.Browser.StoredText;

/// <summary>No stored text runs, as script or as formula, whoever looks at it and wherever it comes out.</summary>
[Collection(nameof(PoisonedSite))]
public sealed class StoredTextTests(PoisonedSite site, ITestOutputHelper output) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await site.Ready();

    public ValueTask DisposeAsync() => default;

    private const int FewestColumnsTyped = 50;
    private const int FewestPages = 300;

    [Fact(Explicit = true)]
    public void Every_column_of_text_holds_a_polyglot_or_says_why_not()
    {
        output.WriteLine($"{site.AllColumns.Count} columns of text, {Spared.All.Count} spared; {site.Accepted} forms were accepted and reached {site.Typed.Count} columns");
        output.WriteLine("Refused: " + string.Join("\n", site.Refused));
        Assert.Equal("", string.Join(" ", site.AllColumns.Except(site.Reached).Except(Spared.All.Keys)));
        Assert.Equal([], Spared.All.Keys.Except(site.AllColumns));
        Assert.True(site.Typed.Count >= FewestColumnsTyped, $"The forms reached only {site.Typed.Count} columns: {string.Join(" ", site.Typed)}");
    }

    [Fact(Explicit = true)]
    public async Task Nothing_stored_runs_on_any_page_whoever_looks()
    {
        await site.Look();
        output.WriteLine($"{site.Seen.Values.Sum()} pages: {string.Join(", ", site.Seen)}");
        Assert.True(site.Faults.Count == 0, string.Join("\n", site.Faults.Concat(site.Server.Failures)));
        Assert.True(site.Seen.Values.Sum() >= FewestPages, "Too few pages were seen.");
    }

    [Fact(Explicit = true)]
    public async Task A_page_that_does_not_escape_is_found()
    {
        var look = await Look.With(await site.NewPage());
        await look.Page.RouteAsync("**/groups*", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = WebUtility.HtmlDecode(await answer.TextAsync()) });
        });
        await look.Open("/groups");
        Assert.Contains(look.Faults, fault => fault.Contains("makes an element", StringComparison.Ordinal));
        Assert.Contains(look.Faults, fault => fault.Contains("breaks the policy", StringComparison.Ordinal));
        await look.Show("a mail", string.Join(' ', Polyglots.All) + "<a href='java\tscript:alert(1)'>x</a>");
        Assert.Contains(look.Faults, fault => fault.Contains("opens a dialog", StringComparison.Ordinal));
        Assert.Contains(look.Faults, fault => fault.Contains("leads to a script", StringComparison.Ordinal));
        await look.Page.Context.DisposeAsync();
    }

    [Fact(Explicit = true)]
    public async Task No_letter_runs_anything()
    {
        var look = await Look.With(await site.NewPage());
        var (letters, marked) = (0, 0);
        foreach (var file in Directory.GetFiles(Path.Combine(site.Server.Data, "mail"), "*.eml"))
        {
            var mail = await MimeMessage.LoadAsync(file);
            letters++;
            marked += mail.HtmlBody!.Contains(Polyglots.Mark, StringComparison.Ordinal) ? 1 : 0;
            Assert.DoesNotContain(mail.Headers, header => header.Field.StartsWith("X-HIT", StringComparison.OrdinalIgnoreCase));
            Assert.Single(mail.GetRecipients());
            await look.Show(Path.GetFileName(file), System.Text.RegularExpressions.Regex.Replace(mail.HtmlBody, " style=\"[^\"]*\"", "")); // letters carry their looks with them
        }

        output.WriteLine($"{letters} letters, {marked} with something typed in them");
        Assert.Equal([], look.Faults);
        Assert.True(marked >= 5, "Too few letters have anything typed in them.");
        await look.Page.Context.DisposeAsync();
    }

    [Fact(Explicit = true)]
    public async Task No_spreadsheet_has_a_live_formula()
    {
        await site.Look();
        var csv = Directory.GetFiles(site.Files, "*.csv");
        output.WriteLine($"{csv.Length} CSV, {Directory.GetFiles(site.Files, "*.xlsx").Length} XLSX");
        Assert.Equal([], await Spreadsheets.Formulas(site.Files));
        Assert.True(csv.Length >= 10 && csv.Any(file => File.ReadAllText(file).Contains(Polyglots.Mark, StringComparison.Ordinal)), "Too few files were taken away.");
    }

    [Fact(Explicit = true)]
    public async Task A_live_formula_is_found()
    {
        var folder = Directory.CreateTempSubdirectory("trellis-formula-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "live.csv"), "name,amount\n\"=HYPERLINK(\"\"http://127.0.0.1/\"\")\",1\nsafe,2\n");
        Assert.Single(await Spreadsheets.Formulas(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact(Explicit = true)]
    public async Task Other_files_hold_what_they_should_and_nothing_more()
    {
        await site.Look();
        var (json, calendars) = (Directory.GetFiles(site.Files, "*.json"), Directory.GetFiles(site.Files, "*.ics"));
        foreach (var file in json)
        {
            using var read = JsonDocument.Parse(File.ReadAllBytes(file));
        }

        Assert.Equal([], calendars.SelectMany(File.ReadAllLines).Where(line => line.StartsWith("X-HIT", StringComparison.Ordinal)));
        output.WriteLine($"{json.Length} JSON, {calendars.Length} ICS");
        Assert.True(json.Length > 0 && calendars.Length > 0, "Too few files were taken away.");
    }
}
