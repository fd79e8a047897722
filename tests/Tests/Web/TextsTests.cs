using System.Globalization;
using Trellis.Platform.Texts;
using Trellis.Tests.Support;

namespace Trellis.Tests.Web;

public sealed class TextsTests(Site site) : IClassFixture<Site>
{
    private readonly Texts texts = new(new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        ["cy"] = new Dictionary<string, string> { ["{0} groups"] = "{0} o grwpiau" },
    });

    [Theory]
    [InlineData("cy", "3 o grwpiau")]
    [InlineData("en-GB", "3 groups")]
    [InlineData("en-XA", "[3 groups]")]
    public void A_sentence_comes_in_the_readers_language(string language, string seen) => In(language, () => Assert.Equal(seen, texts["{0} groups", 3]));

    [Fact]
    public void A_sentence_without_a_translation_stays_English() => In("cy", () => Assert.Equal("Find a group", texts["Find a group"]));

    [Theory]
    [InlineData("cy-GB", "cy")]
    [InlineData("CY", "cy")]
    [InlineData("en-US", "en-GB")]
    [InlineData("fr", null)]
    [InlineData("", null)]
    public void The_nearest_language_we_have_is_taken(string wanted, string? found) => Assert.Equal(found, texts.Match(wanted));

    [Theory]
    [InlineData("en-XA", "en-XA")]
    [InlineData("fr-FR, en-XA;q=0.8, en;q=0.5", "en-XA")]
    [InlineData("en-XA;q=0, en", "en-GB")]
    [InlineData("fr, de;q=0.5", "en-GB")]
    [InlineData(";;;=,,\u0001", "en-GB")]
    [InlineData("", "en-GB")]
    public async Task A_page_answers_in_the_first_language_it_has(string accepted, string answered)
    {
        using var client = site.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);
        var answer = await client.GetAsync(new Uri("/about", UriKind.Relative));
        Assert.Equal(answered, Assert.Single(answer.Content.Headers.ContentLanguage));
        Assert.Contains("Accept-Language", answer.Headers.Vary);
        Assert.Contains($"<html lang=\"{answered}\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static void In(string language, Action work)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            work();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
