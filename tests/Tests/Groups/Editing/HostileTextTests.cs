using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Editing;

/// <summary>Whatever people type is shown as text, on every page where it comes up.</summary>
public sealed class HostileTextTests(Site site) : Scene(site)
{
    private readonly Site site = site;

    private static readonly string[] Polyglots =
    [
        "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
        "javascript:alert(1)", "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>", "</script><script>alert(1)</script>", "<iframe srcdoc='<script>alert(1)</script>'>",
        "<img src=x:alert(1) onerror=eval(src)>", "<body onload=alert(1)>", "<details open ontoggle=alert(1)>", "<a href=javascript:alert(1)>x</a>", "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "@(1+1)", "<!--<img src=\"--><img src=x onerror=alert(1)//\">", "<input autofocus onfocus=alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "<xmp><script>alert(1)</script>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<object data=javascript:alert(1)>", "<base href=//evil.example>",
        "<meta http-equiv=refresh content=0;url=//evil.example>", "<link rel=stylesheet href=//evil.example/x.css>", "<style>*{background:url(//evil.example)}</style>", "\u2028<script>alert(1)</script>", "<marquee onstart=alert(1)>",
    ];

    private static readonly string[] Fields =
        ["Name of the group", "Also works as", "What they do", "Who is helped", "Whom to ask for", "Address", "Languages spoken", "Getting in and about"];

    [Fact]
    public async Task Thirty_polyglots_in_every_field_are_shown_encoded_on_every_page()
    {
        var (lead, worker, clean) = (await Lead(), await Worker(), await Shape(await site.Open(Address())));
        foreach (var hostile in Polyglots)
        {
            var somebody = await site.SignIn(SomebodysMail());
            var saved = await (await lead.Open(Address("/edit"))).Press("Save", [.. Fields.Select(field => (field, hostile))]);
            Assert.Equal(302, saved.Status);
            Assert.Equal(302, (await (await somebody.Open(Address("/propose"))).Press("Send for approval", [.. Fields.Select(field => (field, hostile + " x"))])).Status);
            Assert.Equal(302, (await (await somebody.Open(Address("/claim"))).Press("Continue", ("What are you in the group?", hostile), ("A worker of the place knows me", "yes"))).Status);
            Assert.Equal(302, (await (await somebody.Open(Address("/wrong"))).Press("Send", ("What is wrong?", hostile))).Status);
            site.Clock.Pass(TimeSpan.FromHours(2));
            lead = await Lead();
            worker = await Worker();
            foreach (var (who, url) in new[] { (site.Visit(), Address()), (lead, Address()), (lead, Address("/edit")), (lead, Address("/changes")), (lead, Address("/claims")), (worker, "/work/problems"), (worker, "/work/claims"), (worker, "/work/changes") })
            {
                Harmless(await who.Open(url), hostile);
            }
        }

        Assert.Equal(clean, await Shape(await site.Open(Address())));
    }

    [Fact]
    public void A_page_that_shows_it_bare_is_seen() => Assert.Throws<Xunit.Sdk.EmptyException>(() => Harmless(Page("<p><img src=x onerror=alert(1)></p>").Result, "x"));

    private static void Harmless(PageSeen page, string hostile)
    {
        Assert.Equal(200, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("main *").Where(element =>
            element.LocalName is "script" or "iframe" or "object" or "base" or "meta" or "link" or "style" or "marquee" or "xmp" or "math" or "body"
            || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) && attribute.Name is "href" or "src" or "action"))
            .Select(element => hostile + " became " + element.OuterHtml));
    }

    /// <summary>The kinds of elements in the head, which the group's name and purpose go into.</summary>
    private static Task<string> Shape(PageSeen page) => Task.FromResult(string.Join(' ', page.Document.Head!.Children.Select(element => element.LocalName)));

    private async Task<PageSeen> Page(string main) => await PageSeen.Read(site.Visit(), new()
    {
        Content = new StringContent($"<main>{main}</main>", System.Text.Encoding.UTF8, "text/html"),
        RequestMessage = new(HttpMethod.Get, "http://localhost/"),
    });
}
