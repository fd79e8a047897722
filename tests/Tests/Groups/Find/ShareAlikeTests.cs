using System.Text;
using Trellis.Platform;
using Trellis.Platform.Exchange;
using Trellis.Platform.Exchange.Bringing;
using Trellis.Platform.Places;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Find;

/// <summary>What may only be passed on under its own licence stays out of the files of the public, whatever kind of thing it is, and what goes says whose it is.</summary>
public sealed class ShareAlikeTests(Site site) : Scene(site)
{
    private readonly Site site = site;
    private readonly string word = "Bilby" + Guid.CreateVersion7().ToString("n")[^12..];

    [Theory]
    [InlineData("group-list", "name,website", "Choir,https://bilby.example.org", "ODbL v1.0")]
    [InlineData("group-list", "name,website", "Band,https://bilby.example.org", "CC BY-SA 4.0")]
    [InlineData("service-list", "Service,Postcode,Opening hours", "Pantry,M33 2RP,Mondays", "Open Database Licence")]
    [InlineData("premises-list", "Name,Type,Postcode", "Hall,Community centre,M33 2RP", "ODbL v1.0")]
    public async Task Rows_of_any_kind_under_a_share_alike_licence_are_listed_and_stay_out_of_the_files(string format, string headings, string row, string licence)
    {
        await Bring(format, $"{headings}\n{word} {row}\n", licence, "shared");
        await Bring("group-list", $"name\n{word} Free\n", "OGL v3.0", "free");
        await Found(2);
        var csv = await File($"/groups.csv?q={word}");
        Assert.Contains(word + " Free", csv, StringComparison.Ordinal);
        Assert.DoesNotContain($"{word} {row.Split(',')[0]}", csv, StringComparison.Ordinal);
        Assert.Contains($"{word} free says so.", csv, StringComparison.Ordinal);
        Assert.DoesNotContain($"{word} shared says so.", csv, StringComparison.Ordinal);
        Assert.Contains("Rows under a share-alike licence are not in this file", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_lists_say_of_a_group_is_under_the_stricter_licence_until_that_list_says_nothing()
    {
        await Bring("group-list", $"name,charity number\n{word} Choir,1234567\n", "OGL v3.0", "free");
        var import = await Bring("group-list", $"name,charity number,website\n{word} Choir,1234567,https://bilby.example.org\n", "ODbL v1.0", "shared");
        await Found(1);
        Assert.DoesNotContain(word + " Choir", await File($"/groups.csv?q={word}"), StringComparison.Ordinal);
        Assert.Empty((await site.With<TakeListBack, Result<Guid>>(back => back.Handle(Place, import, "A trial", default))).Problems);
        Assert.Contains(word + " Choir", await File($"/groups.csv?q={word}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_how_many_of_its_results_the_files_hold_and_offers_none_where_they_would_be_empty()
    {
        await Bring("group-list", $"name\n{word} Choir\n{word} Band\n", "OGL v3.0", "free");
        await Bring("service-list", $"Service,Postcode,Opening hours\n{word} Pantry,M33 2RP,Mondays\n", "ODbL v1.0", "shared");
        await Found(3);
        var some = await Soon.Until(async () => await site.Open("/groups?q=" + word) is var page && page.Text.Contains("Download 2 of these 3 results:", StringComparison.Ordinal) ? page : null);
        Assert.Contains("1 result is not in these files", some.Text, StringComparison.Ordinal);
        var none = await site.Open($"/groups?q={word}+pantry");
        Assert.Empty(none.All(".downloads"));
        Assert.Contains("1 result cannot be downloaded here", none.Text, StringComparison.Ordinal);
        var all = await site.Open($"/groups?q={word}+choir");
        Assert.Contains("Download this result:", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("own licence", all.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await site.Open($"/groups?q={word}&kept-apart=no")).All("ul.results h3").Count); // it is no question that anybody could ask
        Assert.Contains("Rows under a share-alike licence are not in this file", await File($"/groups.csv?q={word}+pantry"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_stay_out_of_the_file_of_the_newest_groups_and_its_page_says_how_many()
    {
        var number = Random.Shared.Next(1_000_000, 1_190_000);
        await Bring("charity-register", $"registered_charity_number,charity_name,date_of_registration\n{number},{word} Choir,2026-09-01\n", "OGL v3.0", "free");
        await Bring("charity-register", $"registered_charity_number,charity_name,date_of_registration\n{number + 1},{word} Band,2026-09-01\n", "ODbL v1.0", "shared");
        var page = await site.Open("/newest-groups");
        Assert.All([$"{word} Choir", $"{word} Band"], name => Assert.Contains(name, page.All(".results h2")));
        Assert.Matches("not in (these|this) files?", page.Text);
        Assert.Equal("/about/data#odbl", page.Document.QuerySelector(".downloads ~ .source a")!.GetAttribute("href"));
        var csv = await File("/newest-groups.csv");
        Assert.Equal((true, false), (csv.Contains($"{word} Choir", StringComparison.Ordinal), csv.Contains($"{word} Band", StringComparison.Ordinal)));
        Assert.Equal((true, false), (csv.Contains($"{word} free says so.", StringComparison.Ordinal), csv.Contains($"{word} shared says so.", StringComparison.Ordinal)));
        Assert.Contains("Rows under a share-alike licence are not in this file", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("groups", "group-list", "name", "Choir", "Band")]
    [InlineData("services", "service-list", "Service,Postcode,Opening hours", "Pantry,M33 2RP,Mondays", "Larder,M33 2RP,Mondays")]
    public async Task An_export_leaves_them_out_too(string export, string format, string headings, string free, string shared)
    {
        await Bring(format, $"{headings}\n{word} {free}\n", "OGL v3.0", "free");
        await Bring(format, $"{headings}\n{word} {shared}\n", "ODbL v1.0", "shared");
        using var file = new MemoryStream();
        await site.With<IEnumerable<Exporter>, long>(exporters => exporters.Single(one => one.Format == export).Write(Place, file, "csv", default));
        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.Contains($"{word} {free.Split(',')[0]}", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{word} {shared.Split(',')[0]}", text, StringComparison.Ordinal);
        Assert.Equal((true, false), (text.Contains(word + " free says so.", StringComparison.Ordinal), text.Contains(word + " shared says so.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_list_of_the_staff_is_whole_and_says_whose_its_rows_are()
    {
        await Bring("group-list", $"name\n{word} Choir\n", "OGL v3.0", "free");
        await Bring("group-list", $"name\n{word} Band\n", "ODbL v1.0", "shared");
        await Found(2);
        var worker = await Worker();
        var kept = await (await (await worker.Open("/groups?q=" + word)).Follow("Keep this search as a list")).Press("Keep the search", ("Name for this search", word + " \uFFFE\uD800?"));
        var file = Encoding.UTF8.GetString((await (await kept.FollowRedirect()).Follow("CSV")).Body);
        Assert.All([$"{word} Choir", $"{word} Band", $"{word} free says so.", $"{word} shared says so."], part => Assert.Contains(part, file, StringComparison.Ordinal));
        Assert.DoesNotContain("By somebody.", file, StringComparison.Ordinal); // it says nothing of these groups
    }

    private async Task<string> File(string url) => Encoding.UTF8.GetString((await site.Open(url)).Body);

    private async Task Found(int things) => await Soon.Until(async () => (await site.Open("/groups?q=" + word)).Text.Contains($"{things} result", StringComparison.Ordinal) ? "found" : null);

    private async Task<Guid> Bring(string format, string text, string licence, string title)
    {
        var path = Path.Combine(Scratch.Folder("bring"), $"{word}-{title}.csv");
        await System.IO.File.WriteAllTextAsync(path, text);
        var details = new SourceDetails
        {
            Key = SourceDetails.OwnPrefix + $"{word}-{title}".ToLowerInvariant(),
            File = path,
            Title = $"{word} {title}",
            Publisher = "Somebody",
            Licence = licence,
            Attribution = $"{word} {title} says so.",
        };
        return (await site.With<RunImport, Result<RunImport.Account>>(import => import.Handle(Place, new(path, details, format, false, "tests", _ => { }), default))).Value.ImportId;
    }
}
