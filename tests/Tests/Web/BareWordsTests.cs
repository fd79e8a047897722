using AngleSharp.Dom;
using Trellis.Tests.Support;

namespace Trellis.Tests.Web;

public sealed class BareWordsTests(DemoSite site)
{
    public static TheoryData<string> Views() => [.. Directory
        .GetFiles(Path.Combine(Repository.Root, "src"), "*.cshtml", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Views))]
    public void Every_sentence_of_a_view_can_be_translated(string view) => Assert.Empty(BareWords.In(File.ReadAllText(Path.Combine(Repository.Root, view))));

    [Theory]
    [InlineData("<p>Hello there</p>")]
    [InlineData("<p>@Model.Name is closed</p>")]
    [InlineData("<p>@T[\"Name\"]: unknown</p>")]
    [InlineData("<a href=\"/x\" aria-label=\"More\">@T[\"More\"]</a>")]
    [InlineData("<stat number=\"3\" label=\"groups\" />")]
    [InlineData("@{ ViewData[\"Title\"] = \"Money\"; }")]
    [InlineData("@if (a)\n{\n    <li>\n        nothing yet\n    </li>\n}")]
    public void A_bare_sentence_is_found(string view) => Assert.NotEmpty(BareWords.In(view));

    [Theory]
    [InlineData("<p>@T[\"{0} of {1}\", Model.Rows[0].Name, count.ToString(\"N0\")]</p>")]
    [InlineData("<p>@Model.Name, @(a ? T[\"yes\"] : \"\") <strong>@x</strong></p>")]
    [InlineData("@if (Model.Count > 0 && b)\n{\n    <p>@T[\"Some\"]</p>\n}\nelse\n{\n    <p>@T[\"None\"]</p>\n}")]
    [InlineData("<pre><code>./start</code></pre>")]
    [InlineData("<input placeholder=\"@T[\"Name\"]\">")]
    public void What_is_said_through_texts_is_let_be(string view) => Assert.Empty(BareWords.In(view));

    [Theory]
    [InlineData("/")]
    [InlineData("/groups")]
    [InlineData("/money")]
    [InlineData("/wards")]
    [InlineData("/about")]
    [InlineData("/about/accessibility")]
    [InlineData("/no-such-page")]
    public async Task Our_words_come_in_the_readers_language_and_the_data_as_they_are(string address)
    {
        var visitor = site.Visit();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-XA");
        var page = await visitor.Open(address);
        Assert.StartsWith("[", page.Heading, StringComparison.Ordinal);
        Assert.All(
            page.Document.QuerySelectorAll("nav.menu a, nav.crumbs a:first-child, main h2, main button, main label, main summary, main thead th, footer a").Where(said => said.TextContent.Any(char.IsLetter)),
            said => Assert.Contains("[", said.TextContent, StringComparison.Ordinal));
    }
}
