using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Tests.Support;

namespace Trellis.Tests.Guards;

/// <summary>On the demo place: no link is broken, every page keeps the rules of pages, and every page can be reached.</summary>
public sealed class Links(DemoSite site, ITestOutputHelper output)
{
    [Fact]
    public async Task Every_link_leads_somewhere_and_every_page_keeps_the_rules()
    {
        var visitor = site.Visit();
        var crawl = new Crawl(visitor.Open, ofEachKind: 4);
        await crawl.From("/");
        output.WriteLine($"{crawl.Visited.Count} addresses visited");
        Assert.Equal([], crawl.Faults);
        Assert.Equal([], NotReached(crawl.Visited));
    }

    [Fact]
    public async Task Broken_links_and_rules_are_reported()
    {
        var pages = new Dictionary<string, string>
        {
            ["/"] = """<html lang="en"><title>Home</title><h1>Home</h1><a href="/gone">x</a><a href="#nowhere">y</a><a href="/bad">z</a><a href="https://elsewhere.example/">out</a></html>""",
            ["/bad"] = """<html><title>– Trellis</title><h1>A</h1><h1>B</h1><p style="color:red" onclick="x()">p</p><style>p{}</style><script>1</script><img src="https://cdn.example/a.png"><p id="a"></p><p id="a"></p></html>""",
        };
        var visitor = site.Visit();
        var crawl = new Crawl(url => PageSeen.Read(visitor, Answer(url, pages.GetValueOrDefault(url))), ofEachKind: 5);
        await crawl.From("/");
        Assert.Equivalent(
            new[]
            {
                "/: the link #nowhere leads to nothing on the page",
                "/gone answers 404 (linked from /)",
                "/bad: it has 2 main headings instead of one",
                "/bad: it has no title of its own",
                "/bad: it does not say its language",
                "/bad: <p> has the inline attribute style",
                "/bad: <p> has the inline attribute onclick",
                "/bad: <style> is inline",
                "/bad: <script> is inline",
                "/bad: <img> comes from another host: https://cdn.example/a.png",
                "/bad: the id a is there 2 times",
            },
            crawl.Faults,
            strict: true);
    }

    [Theory]
    [InlineData("/groups/age-uk", "/groups/…")]
    [InlineData("/groups/age-uk.json", "/groups/….json")]
    [InlineData("/groups?q=a&ward=b&ward=c", "/groups?q&ward")]
    [InlineData("/money/by/funder?year=2025", "/money/by/…?year")]
    [InlineData("/about/data", "/about/data/…")]
    public void Pages_of_one_kind_are_counted_together(string url, string kind) => Assert.Equal(kind, Crawl.Kind(url));

    private IEnumerable<string> NotReached(IReadOnlyCollection<string> visited)
    {
        var templates = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!).Distinct();
        return templates.Where(template => template != "error" && template != "/error" && template != "about/look" && template != "/about/look")
            .Where(template => !visited.Any(url => new TemplateMatcher(TemplateParser.Parse(template.TrimStart('/')), []).TryMatch(url.Split('?')[0], [])));
    }

    private static HttpResponseMessage Answer(string url, string? html) => new(html is null ? System.Net.HttpStatusCode.NotFound : System.Net.HttpStatusCode.OK)
    {
        Content = new StringContent(html ?? "", System.Text.Encoding.UTF8, "text/html"),
        RequestMessage = new(HttpMethod.Get, "http://localhost" + url),
    };
}
