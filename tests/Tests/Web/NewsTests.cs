using Trellis.Platform;
using Trellis.Platform.Exchange;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Web;

/// <summary>The front page tells what came in as people would say it.</summary>
public sealed class NewsTests(Site site) : Scene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task A_list_that_nobody_gave_a_title_is_told_by_what_it_is_and_whose()
    {
        await Bring("clubs2.csv", null, null);
        await Bring("clubs3.csv", null, "Sale Sports Trust");
        await Bring("clubs4.csv", "The choirs of Sale", "Sale Sports Trust");
        var page = await site.Open("/");
        Assert.DoesNotContain("clubs", page.Document.QuerySelector("section[aria-labelledby=new]")!.TextContent, StringComparison.Ordinal);
        var titles = page.All("section[aria-labelledby=new] h3");
        Assert.Equal((1, 2), (titles.Count(title => title == "The choirs of Sale"), titles.Count(title => title == "A list of groups")));
        Assert.All(["Published by Sale Sports Trust", "Brought in by hand"], publisher => Assert.Single(page.All("section[aria-labelledby=new] .meta li"), publisher));
    }

    private async Task Bring(string name, string? title, string? publisher)
    {
        var path = Path.Combine(Scratch.Folder("bring"), name);
        await File.WriteAllTextAsync(path, $"name\nGroup of {name}\n");
        var details = SourceDetails.OwnFile(path).SaidToBe(title, publisher, null);
        Assert.Empty((await site.With<RunImport, Result<RunImport.Account>>(import => import.Handle(Place, new(path, details, "group-list", false, "tests", _ => { }), default))).Problems);
    }
}
