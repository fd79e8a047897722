using Trellis.Platform.Places;
using Trellis.Platform.Search;
using Trellis.Tests.Support;
using static Trellis.Tests.Search.Samples;

namespace Trellis.Tests.Search;

public sealed class AskingTests
{
    private static readonly List<Document> Groups =
    [
        Named("Sale Moor session", "food bank on Mondays"),
        Named("Old Trafford Pantry"),
        Named("Hope Centre", "We give out food parcels and advice"),
        Named("Food growers", "The bank of the river is where we meet"),
        Named("Carers Trust Trafford", "support for unpaid carers"),
        Named("1st Sale Scout Group"),
        Named("2nd Sale Scout Group"),
        Named("Friends of Longford Park"),
        Named("St Mary's Church"),
        Named("Community Choir", "singing together"),
        Named("Community Dance", "dancing for all ages"),
        Named("Physiotherapy Fund"),
    ];

    private static Answer Ask(string words, bool typing = false) => Index(Groups).Search(new Question { Words = words, Typing = typing });

    [Theory]
    [InlineData("food bank")]
    [InlineData("foodbank")]
    [InlineData("Food-Banks")]
    [InlineData("pantry")]
    [InlineData("food parcel")]
    public void Phrases_that_mean_the_same_find_the_same_and_nothing_more(string words) =>
        Assert.Equal(["Hope Centre", "Old Trafford Pantry", "Sale Moor session"], Find(Groups, words).Order());

    [Fact]
    public void The_very_word_comes_before_its_synonyms() => Assert.Equal("Old Trafford Pantry", Find(Groups, "pantry")[0]);

    [Theory]
    [InlineData("food bnk", "food bank")]
    [InlineData("carrers", "carers")]
    [InlineData("cahrch", null)]
    [InlineData("chruch", "church")]
    [InlineData("comunity choir", "community choir")]
    [InlineData("comunitty choir", "community choir")]
    [InlineData("longfrod park", "longford park")]
    [InlineData("foodbnak", "foodbank")]
    public void A_word_that_cannot_be_found_gets_its_nearest_and_the_page_can_say_so(string words, string? shownFor)
    {
        var answer = Ask(words);
        Assert.Equal(shownFor, answer.ShowingFor);
        Assert.Equal(shownFor is not null, answer.Total > 0);
    }

    [Fact]
    public void Of_two_words_equally_near_the_one_that_goes_with_the_others_is_meant()
    {
        List<Document> documents = [Named("Bird Watchers"), Named("Bird Garden"), Named("Bard Theatre")];
        Assert.Equal("bard theatre", Index(documents).Search(new Question { Words = "berd theatre" }).ShowingFor);
        Assert.Equal("bird garden", Index(documents).Search(new Question { Words = "berd garden" }).ShowingFor);
    }

    [Fact]
    public void Numbers_are_taken_as_meant()
    {
        Assert.Equal(["1st Sale Scout Group"], Find(Groups, "1st sale scouts"));
        Assert.Equal(["1st Sale Scout Group"], Find(Groups, "first sale scouts"));
        Assert.Equal(["3rd"], Ask("3rd sale scouts").Unknown);
    }

    [Fact]
    public void A_word_nobody_knows_is_left_out_and_named()
    {
        var answer = Ask("xyzzyplugh carers");
        Assert.Equal(["xyzzyplugh"], answer.Unknown);
        Assert.Equal(1, answer.Total);
    }

    [Fact]
    public void Nothing_but_unknown_words_finds_nothing() => Assert.Equal(0, Ask("xyzzyplugh").Total);

    [Fact]
    public void No_words_at_all_finds_everything() => Assert.Equal(Groups.Count, Ask("").Total);

    [Fact]
    public void Where_nothing_has_all_the_words_those_with_most_of_them_are_shown()
    {
        var answer = Ask("carers trafford choir");
        Assert.Equal(Relaxed.MostWords, answer.Relaxed);
        Assert.Equal(1, answer.Total);
    }

    [Fact]
    public void The_last_word_may_be_unfinished_while_typing()
    {
        Assert.Equal(["Community Choir"], Find(Groups, "community ch", typing: true));
        Assert.Equal(["Community Dance"], Find(Groups, "community danci", typing: true));
        Assert.Equal(["Physiotherapy Fund"], Find(Groups, "physio"));
        Assert.Null(Ask("community cho", typing: true).ShowingFor);
    }

    [Fact]
    public void Two_words_written_as_one_are_parted() => Assert.Equal("longford park", Ask("longfordpark").ShowingFor);

    [Fact]
    public void A_short_name_that_has_the_words_comes_before_a_long_one()
    {
        List<Document> documents = [Named("Trafford and District Carers and Families Support Trust"), Named("Trafford Carers"), Named("Help", "for carers in Trafford")];
        Assert.Equal(["Trafford Carers", "Trafford and District Carers and Families Support Trust", "Help"], Find(documents, "trafford carers"));
    }

    [Fact]
    public void A_place_keeps_to_those_that_lie_there_or_says_that_none_do()
    {
        List<Document> documents = [Named("Sale Chess Club", ward: "moor"), Named("Hale Chess Club", ward: "hale"), Named("Choir", ward: "moor"), Named("Friends of Hale Moor Choir")];
        var index = Index(documents);
        Assert.Equal(1, index.Search(new Question { Words = "chess", Within = new Within(["@ward:moor"], null) }).Total);
        Assert.Equal(2, index.Search(new Question { Words = "choir", Within = new Within(["@ward:moor"], "moor") }).Total);
        var elsewhere = index.Search(new Question { Words = "hale chess", Within = new Within(["@ward:moor"], null) });
        Assert.Equal((Relaxed.Elsewhere, 1), (elsewhere.Relaxed, elsewhere.Total));
    }

    [Fact]
    public void Nearest_first_and_those_without_a_spot_last()
    {
        List<Document> documents =
        [
            Named("Far bank", point: new Point(53_500_000, -2_300_000)), Named("Near bank", point: new Point(53_410_000, -2_300_000)), Named("Bank somewhere"),
        ];
        var answer = Index(documents).Search(new Question { Words = "bank", Near = new Point(53_400_000, -2_300_000), Sort = SortBy.Distance });
        Assert.Equal(["Near bank", "Far bank", "Bank somewhere"], answer.Hits.Select(hit => documents.Single(document => document.Key == hit.Key).Name));
        Assert.Equal(1112, answer.Hits[0].Metres);
        Assert.Null(answer.Hits[2].Metres);
    }

    [Theory]
    [InlineData("'; DROP TABLE groups_organisation; --")]
    [InlineData("(((((a+)+)+)+)+)$")]
    [InlineData("\0food\0bank\0")]
    [InlineData("=0 @ward:moor =1")]
    [InlineData("%_%' OR 1=1")]
    [InlineData("ａｂｃ ﷺ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 مرحبا 你好")]
    [InlineData("\ud800\udfff\udc00 food")]
    public void Hostile_words_are_only_words(string words)
    {
        var answer = Ask(words);
        Assert.InRange(answer.Total, 0, Groups.Count);
        Ask(words, typing: true);
    }

    [Fact]
    public void Ten_thousand_letters_are_answered_at_once()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Ask(new string('a', 10_000));
        Ask(string.Concat(Enumerable.Repeat("food ", 2_000)));
        Ask(string.Concat(Enumerable.Repeat("qz ", 3_333)), typing: true);
        Assert.True(watch.ElapsedMilliseconds < 2_000);
    }

    [Fact]
    public void Odd_pages_are_empty_and_never_wrong()
    {
        var index = Index(Groups);
        Assert.Empty(index.Search(new Question { Skip = 1_000_000 }).Hits);
        Assert.Empty(index.Search(new Question { Take = 0 }).Hits);
        Assert.Equal(20 < Groups.Count ? 20 : Groups.Count, index.Search(new Question { Skip = -5 }).Hits.Count);
        Assert.Equal(Groups.Count, index.Search(new Question { Skip = 0, Take = int.MaxValue }).Hits.Count);
        Assert.Equal(0, Index([]).Search(new Question { Words = "food" }).Total);
        Assert.Equal(0, Index([]).Search(new Question()).Total);
    }

    [Fact]
    public void An_index_that_was_kept_in_a_file_answers_as_before_and_a_damaged_one_is_refused()
    {
        var index = Index(Groups);
        var kept = Keep(index, "groups 7");
        var (bytes, another) = (File.ReadAllBytes(kept), Scratch.File("another"));
        var loaded = SearchIndex.Load(kept, Samples.Shape, "groups 7")!;
        foreach (var words in (string[])["", "food bnk", "carers", "community ch", "1st sale scouts"])
        {
            var (before, after) = (index.Search(new Question { Words = words }), loaded.Search(new Question { Words = words }));
            Assert.Equal((before.Total, before.ShowingFor), (after.Total, after.ShowingFor));
            Assert.Equal(before.Hits, after.Hits);
            Assert.Equal(before.Facets[0], after.Facets[0]);
        }

        Assert.Equal(index.Count + 1, loaded.With([Named("Newcomer", ward: "unheard of")], []).Search(new Question()).Total);
        Assert.Null(Load(bytes, "groups 8"));
        for (var cut = 0; cut < bytes.Length; cut += 97)
        {
            Assert.Null(Load(bytes[..cut], "groups 7"));
            byte[] bent = [.. bytes];
            bent[cut] ^= 0x40;
            Assert.Null(Load(bent, "groups 7"));
        }

        SearchIndex? Load(byte[] file, string purpose)
        {
            File.Delete(another); // never written into: an index may lie in it
            File.WriteAllBytes(another, file);
            return SearchIndex.Load(another, Samples.Shape, purpose);
        }
    }

    private static string Keep(SearchIndex index, string purpose)
    {
        var kept = Scratch.File("kept");
        using var file = File.Create(kept);
        index.Save(file, purpose);
        return kept;
    }

    [Fact]
    public void An_index_in_a_file_answers_on_when_the_file_is_replaced_or_gone()
    {
        var (kept, other) = (Keep(Index(Groups), "first"), Scratch.File("other"));
        var loaded = SearchIndex.Load(kept, Samples.Shape, "first")!;
        File.WriteAllText(other, "no index at all");
        File.Move(other, kept, overwrite: true);
        File.Delete(kept);
        GC.Collect();
        GC.WaitForPendingFinalizers(); // nothing may let go of the file while somebody can still ask
        Assert.Equal(Index(Groups).Search(new Question { Words = "food" }).Hits, loaded.Search(new Question { Words = "food" }).Hits);
    }

    [Fact]
    public async Task Questions_are_answered_rightly_while_documents_come_and_go()
    {
        var index = Index(Groups);
        using var enough = new CancellationTokenSource();
        var asked = 0;
        var rounds = 0;
        var askers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!enough.IsCancellationRequested)
            {
                var now = Volatile.Read(ref index);
                Assert.Equal(now.Count, now.Search(new Question { Take = 3 }).Total);
                Assert.Equal(3, now.Search(new Question { Words = "food bank" }).Total);
                Interlocked.Increment(ref asked);
            }
        })).ToList();
        for (; rounds < 100 || (asked < 100 && rounds < 5000); rounds++)
        {
            var more = Named("Newcomers " + rounds);
            Volatile.Write(ref index, index.With([more], []));
            Volatile.Write(ref index, rounds % 2 == 0 ? index : index.With([], [more.Key]));
        }

        await enough.CancelAsync();
        await Task.WhenAll(askers);
        Assert.Equal(Groups.Count + ((rounds + 1) / 2), index.Count);
    }
}
