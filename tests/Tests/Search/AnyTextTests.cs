using System.Text;
using Trellis.Groups.Matching;
using Trellis.Platform;
using Trellis.Platform.Places;
using Trellis.Platform.Search;

namespace Trellis.Tests.Search;

/// <summary>Whatever signs a text is made of, it can be looked for, looked through, kept and made an address of.</summary>
public sealed class AnyTextTests
{
    private const string Telling = "aAbZz09 \t.,&+'’`´-_@/()[]æÆœŒßẞþÞøłđéüñİıﬁ①Ⅷ²\u00AD\u0300\u0301\u200D\uFEFF\uFFFD\uFFFE\uFFFF\uFDD0\0\n\r\u2028\u0085日本עבא";

    [Theory]
    [InlineData("æ.b", "ae b")]
    [InlineData("Œ.x!", "oe x")]
    [InlineData("ß.b c", "ss b c")]
    [InlineData("þ.b.", "th b")]
    [InlineData("see æ.b", "see ae b")]
    [InlineData("Y.M.C.A.", "ymca")]
    public void A_letter_that_is_written_as_two_before_a_full_stop_is_a_word(string text, string folded) => Assert.Equal(folded, FoldedWords.Of(text));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_text_is_read_word_by_word_and_found_by_its_own_words(int seed)
    {
        var chance = new Random(seed);
        var texts = Enumerable.Range(0, 1_500).Select(_ => Text(chance)).ToList();
        foreach (var text in texts)
        {
            var words = Query.Words(text, new HashSet<string>());
            Assert.All(words, word => Assert.InRange(word.Typed.Length, 1, WordReader.LongestWord + 1));
            Assert.All(words, word => Assert.DoesNotContain(' ', word.Typed));
        }

        var documents = texts.ConvertAll(text => Samples.Named(text, text));
        var index = Samples.Index(documents);
        Assert.Empty(index.LeftOut);
        Assert.Equal(documents.Count, index.Count);
        foreach (var document in documents.Where(document => Query.Words(document.Name, Samples.Shape.StopWords).Count is > 0 and < 12).Take(200))
        {
            Assert.Contains(document.Key, index.Search(new Question { Words = document.Name, Take = documents.Count }).Hits.Select(hit => hit.Key));
        }
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_left_out_and_named_and_all_others_are_found()
    {
        const int NoSuchField = 99;
        var broken = Samples.Named("Broken scouts") with { Texts = [(0, "Broken scouts"), (NoSuchField, "scouts")] };
        var index = Samples.Index([Samples.Named("First scouts"), broken, Samples.Named("Second scouts", ward: "w1")]);
        Assert.Equal(broken.Key, Assert.Single(index.LeftOut).Key);
        Assert.Equal(2, Scouts(index));

        var third = Samples.Named("Third scouts");
        index = index.With([broken, third], []);
        Assert.Equal(broken.Key, Assert.Single(index.LeftOut).Key);
        Assert.Equal((3, 3), (Scouts(index), index.Count));
        index = index.With([third with { Name = "Third band", Texts = [(0, "Third band")] }], []);
        Assert.Empty(index.LeftOut);
        Assert.Equal((2, 3), (Scouts(index), index.Count));

        static int Scouts(SearchIndex index) => index.Search(new Question { Words = "scouts" }).Total;
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Any_text_gives_an_address_of_plain_letters_and_gives_it_again(int seed)
    {
        var chance = new Random(seed);
        for (var time = 0; time < 3_000; time++)
        {
            var slug = Slug.From(Text(chance));
            Assert.Matches("^(-|[a-z0-9]+(-[a-z0-9]+)*)$", slug);
            Assert.InRange(slug.Length, 1, 80);
            Assert.Equal(slug, Slug.From(slug));
        }
    }

    [Theory]
    [InlineData("a\uFFFEb", "a-b")]
    [InlineData("a\uD800b", "a-b")]
    [InlineData("Café \uDC00", "cafe")]
    [InlineData("\uFFFE", "-")]
    public void Signs_that_are_none_part_the_words_of_an_address(string name, string slug) => Assert.Equal(slug, Slug.From(name));

    [Theory]
    [InlineData(8)]
    public void Any_name_of_a_group_can_be_compared_with_others(int seed)
    {
        var chance = new Random(seed);
        for (var time = 0; time < 3_000; time++)
        {
            var clean = CleanName.Of(Text(chance));
            Assert.Equal(clean, CleanName.Of(clean));
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void Any_text_that_is_kept_can_be_put_in_one_form_and_stays_as_it_is(int seed)
    {
        var chance = new Random(seed);
        for (var time = 0; time < 3_000; time++)
        {
            if (FreeText.Tidy(Text(chance)) is { } kept)
            {
                Assert.DoesNotContain(kept, sign => sign is '\uFFFE' or '\uFFFF' || (char.IsControl(sign) && sign != '\n'));
                Assert.NotEmpty(kept.Normalize(NormalizationForm.FormD));
                Assert.Equal(kept, FreeText.Tidy(kept));
            }
        }
    }

    /// <summary>Signs that have been trouble once, and any others, halves of pairs among them.</summary>
    private static string Text(Random chance) => string.Create(chance.Next(1, 60), chance, (text, from) =>
    {
        for (var at = 0; at < text.Length; at++)
        {
            text[at] = from.Next(4) switch
            {
                0 => (char)from.Next(0x10000),
                1 => (char)from.Next(0xD800, 0xE000),
                _ => Telling[from.Next(Telling.Length)],
            };
        }

        if (text.Length > 2 && from.Next(3) == 0)
        {
            (text[0], text[1], text[2]) = (Telling[from.Next(Telling.Length)], '.', (char)from.Next('a', 'z')); // initials at the very beginning
        }
    });
}
