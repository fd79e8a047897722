using Trellis.Platform.Search;

namespace Trellis.Tests.Search;

public sealed class WordsTests
{
    private static string Terms(string text) => string.Join(' ', Query.Read(text, new HashSet<string> { "and", "the" }).Select(word => word.Term));

    [Theory]
    [InlineData("St. John's & Saint Mary's", "st john st mary")]
    [InlineData("Café René", "cafe rene")]
    [InlineData("CAFE rene", "cafe rene")]
    [InlineData("1st Sale Scouts", "1st sale scout")]
    [InlineData("Y.M.C.A. Manchester", "ymca manchester")]
    [InlineData("M33 7WR", "m33 7wr")]
    [InlineData("Self-help groups", "self help group")]
    [InlineData("carers’ centre", "carer centr")]
    public void Words_are_read_without_case_accents_apostrophes_and_endings(string text, string terms) => Assert.Equal(terms, Terms(text));

    [Fact]
    public void Letters_that_are_written_as_two_are_read_as_two() => Assert.Equal("strass aethelred oresund", Terms("Straße Æthelred Øresund"));

    [Theory]
    [InlineData("charities", "charity")]
    [InlineData("churches", "church")]
    [InlineData("dancing", "dances")]
    [InlineData("swimming", "swim")]
    [InlineData("housing", "houses")]
    [InlineData("cycling", "cycle")]
    [InlineData("boxes", "box")]
    [InlineData("women's", "womens")]
    [InlineData("volunteering", "volunteers")]
    public void Forms_of_one_word_meet(string one, string other) => Assert.Equal(Terms(one), Terms(other));

    [Theory]
    [InlineData("news", "new")]
    [InlineData("bus", "bu")]
    [InlineData("ring", "r")]
    [InlineData("care", "car")]
    [InlineData("caring", "car")]
    [InlineData("arts", "artist")]
    [InlineData("class", "clas")]
    [InlineData("species", "specy")]
    public void Words_that_only_look_alike_stay_apart(string one, string other) => Assert.NotEqual(Terms(one), Terms(other));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!!! ??? --- ...")]
    [InlineData("\0\0\0")]
    [InlineData("😀🎉")]
    public void Nothing_but_signs_is_no_words(string text) => Assert.Equal("", Terms(text));

    [Fact]
    public void Half_a_character_and_endless_words_are_borne()
    {
        Assert.Equal("food", Terms("food \ud83d"));
        Assert.Equal(WordReader.LongestWord, Terms(new string('x', 250)).Length);
        Assert.True(Query.Read(string.Concat(Enumerable.Repeat("word ", 2000)), new HashSet<string>()).Count <= 12);
    }

    [Theory]
    [InlineData("bank", "bnk", 1)]
    [InlineData("bank", "bakn", 1)]
    [InlineData("bank", "banks", 1)]
    [InlineData("bank", "bonk", 1)]
    [InlineData("bank", "nabk", 2)]
    [InlineData("bank", "bank", 0)]
    [InlineData("bank", "river", 3)]
    public void Typing_errors_are_counted(string one, string other, int errors)
    {
        var (left, right) = (System.Text.Encoding.UTF8.GetBytes(one), System.Text.Encoding.UTF8.GetBytes(other));
        Assert.Equal(errors, Edits.Between(left, right, 2));
        Assert.Equal(errors, Edits.Between(right, left, 2));
    }

    [Fact]
    public void The_quick_test_never_hides_a_word_that_is_near()
    {
        var chance = new Random(7);
        for (var time = 0; time < 5000; time++)
        {
            var one = Enumerable.Range(0, chance.Next(3, 12)).Select(_ => (byte)('a' + chance.Next(26))).ToArray();
            var other = one.ToList();
            for (var error = 0; error < 2; error++)
            {
                var at = chance.Next(other.Count);
                switch (chance.Next(3))
                {
                    case 0: other[at] = (byte)('a' + chance.Next(26)); break;
                    case 1: other.Insert(at, (byte)('a' + chance.Next(26))); break;
                    default: other.RemoveAt(at); break;
                }
            }

            Assert.True(Edits.Between(one, [.. other], 2) > 2 || Edits.MayBeWithin(Edits.Letters(one), Edits.Letters([.. other]), 2));
        }
    }
}
