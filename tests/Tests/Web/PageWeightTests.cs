using Trellis.Tests.Support;

namespace Trellis.Tests.Web;

/// <summary>A first visit on an old phone: the page with everything it asks for, as it travels.</summary>
public sealed class PageWeightTests(DemoSite site)
{
    private const int Most = 60_000;

    [Theory]
    [InlineData("/")]
    [InlineData("/groups")]
    [InlineData("/money")]
    [InlineData("/wards")]
    [InlineData("/about/data")]
    public async Task A_first_visit_weighs_at_most_60_kilobytes(string address)
    {
        using var client = site.CreateClient();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        var page = await site.Open(address);
        Assert.Equal(200, page.Status);
        var parts = page.Document.QuerySelectorAll("link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src], img[src]")
            .Select(part => part.GetAttribute("href") ?? part.GetAttribute("src")!).Distinct().ToList();
        Assert.All(parts, part => Assert.StartsWith("/", part, StringComparison.Ordinal)); // nothing comes from another site
        var weights = new List<(string Part, int Bytes)>();
        foreach (var part in parts.Prepend(address))
        {
            var answer = await client.GetAsync(new Uri(part, UriKind.Relative));
            Assert.True(answer.IsSuccessStatusCode, part);
            weights.Add((part, (await answer.Content.ReadAsByteArrayAsync()).Length));
        }

        Assert.True(weights.Sum(weight => weight.Bytes) <= Most, string.Join("; ", weights.Select(weight => $"{weight.Part} {weight.Bytes}")));
    }
}
