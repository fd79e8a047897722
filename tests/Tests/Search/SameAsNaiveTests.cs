using Trellis.Platform.Places;
using Trellis.Platform.Search;

namespace Trellis.Tests.Search;

public sealed class SameAsNaiveTests
{
    private static readonly string[] Vocabulary =
        ["sale", "scout", "food", "bank", "church", "youth", "club", "trust", "carers", "dance", "1st", "st", "mary", "park", "friends", "music", "advice", "garden", "sport", "school"];

    private static readonly Shape Shape = new([new Field("name", 8, 4), new Field("other", 6, 4), new Field("purpose", 1.5f, 12)], ["kind", "ward", "cause"]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Totals_facets_and_order_are_those_of_looking_at_every_document(int seed)
    {
        var chance = new Random(seed);
        var documents = Enumerable.Range(0, 300).Select(_ => Document(chance)).ToList();
        var index = Samples.Index(Shape, documents);
        var naive = new Naive(Shape, documents);
        for (var time = 0; time < 150; time++)
        {
            Same(index, naive, Question(chance), withOrder: true);
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void After_changes_totals_facets_and_order_by_name_are_right_too(int seed)
    {
        var chance = new Random(seed);
        var documents = Enumerable.Range(0, 200).Select(_ => Document(chance)).ToList();
        var index = Samples.Index(Shape, documents);
        for (var round = 0; round < 6; round++)
        {
            List<Document> changed = [.. Enumerable.Range(0, 5).Select(_ => Document(chance)), .. documents.Take(4).Select(old => Document(chance) with { Key = old.Key })];
            var removed = documents.Skip(10 + round).Take(3).Select(document => document.Key).ToHashSet();
            changed.RemoveAll(document => removed.Contains(document.Key));
            index = index.With(changed, removed);
            var touched = changed.Select(document => document.Key).Concat(removed).ToHashSet();
            documents = [.. documents.Where(document => !touched.Contains(document.Key)), .. changed];
            Assert.Equal(documents.Count, index.Count);
            var naive = new Naive(Shape, documents);
            for (var time = 0; time < 40; time++)
            {
                var question = Question(chance);
                Same(index, naive, question, withOrder: question.Sort != SortBy.Relevance);
            }
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void With_a_facet_answered_anew_before_and_after_changes_everything_is_right(int seed)
    {
        const int Cause = 2;
        var chance = new Random(seed);
        var documents = Enumerable.Range(0, 200).Select(_ => Document(chance)).ToList();
        var index = Samples.Index(Shape, documents);
        for (var round = 0; round < 6; round++)
        {
            var values = documents.Where(_ => chance.Next(2) == 0)
                .ToDictionary(document => document.Key, IReadOnlyList<string> (_) => [.. Enumerable.Range(0, chance.Next(3)).Select(_ => "c" + chance.Next(8))]);
            documents = documents.ConvertAll(document => document with
            {
                Facets = [.. document.Facets.Where(facet => facet.Facet != Cause), .. values.GetValueOrDefault(document.Key, []).Select(value => (Cause, value))],
            });
            var before = index;
            var asked = Question(chance);
            var answered = before.Search(asked);
            index = index.WithFacet(Cause, values);
            Assert.Equal(answered.Total, before.Search(asked).Total); // who still reads the old one is not disturbed

            var naive = new Naive(Shape, documents);
            for (var time = 0; time < 40; time++)
            {
                var question = Question(chance);
                Same(index, naive, question, withOrder: question.Sort != SortBy.Relevance);
            }

            List<Document> changed = [.. documents.Take(3).Select(old => Document(chance) with { Key = old.Key }), Document(chance)];
            index = index.With(changed, []);
            documents = [.. documents.Skip(3), .. changed];
        }
    }

    private static void Same(SearchIndex index, Naive naive, Question question, bool withOrder)
    {
        var right = naive.Search(question);
        var mine = index.Search(question);
        if (mine.Relaxed != Relaxed.No || mine.ShowingFor is not null || mine.Unknown.Count > 0)
        {
            Assert.Equal(0, right.Total);
            return;
        }

        Assert.True(right.Total == mine.Total, $"{right.Total} are right but {mine.Total} were found for {question}");
        for (var facet = 0; facet < Shape.Facets.Count; facet++)
        {
            Assert.Equal(right.Facets[facet].OrderBy(pair => pair.Key), mine.Facets[facet].ToDictionary(found => found.Value, found => found.Count).OrderBy(pair => pair.Key));
        }

        if (withOrder)
        {
            Assert.Equal(right.Keys, mine.Hits.Select(hit => hit.Key));
        }
        else
        {
            Assert.Equal(right.Keys.Count, mine.Hits.Count);
        }
    }

    private static Document Document(Random chance)
    {
        string Words(int most) => string.Join(' ', Enumerable.Range(0, chance.Next(1, most)).Select(_ => Vocabulary[chance.Next(Vocabulary.Length)]));
        var name = Words(5);
        var ward = "w" + chance.Next(6);
        return new Document
        {
            Key = Guid.CreateVersion7(),
            Kind = (byte)chance.Next(3),
            Name = name,
            Texts = [(0, name), (1, Words(4)), (2, Words(20))],
            Tags = ["@ward:" + ward],
            Facets = [(0, "k" + chance.Next(3)), (1, ward), .. Enumerable.Range(0, chance.Next(4)).Select(_ => (2, "c" + chance.Next(5)))],
            Point = chance.Next(4) == 0 ? null : new Point(53_400_000 + chance.Next(80_000), -2_300_000 + chance.Next(120_000)),
            Prior = (byte)(chance.Next(3) * 100),
            LastConfirmed = chance.Next(5) * 100,
        };
    }

    private static Question Question(Random chance)
    {
        var filters = new List<(int, IReadOnlyList<string>)>();
        for (var facet = 0; facet < 3; facet++)
        {
            if (chance.Next(4) == 0)
            {
                filters.Add((facet, [.. Enumerable.Range(0, chance.Next(1, 3)).Select(_ => "kwc"[facet] + chance.Next(6).ToString())]));
            }
        }

        return new Question
        {
            Words = string.Join(' ', Enumerable.Range(0, chance.Next(0, 4)).Select(_ => Vocabulary[chance.Next(Vocabulary.Length)])),
            Filters = filters,
            Within = chance.Next(5) == 0 ? new Within(["@ward:w" + chance.Next(6)], null) : null,
            Near = new Point(53_440_000, -2_250_000),
            WithinMetres = chance.Next(4) == 0 ? chance.Next(500, 6000) : null,
            Sort = (SortBy)chance.Next(4),
            Skip = chance.Next(3) * 7,
            Take = chance.Next(1, 25),
        };
    }
}
