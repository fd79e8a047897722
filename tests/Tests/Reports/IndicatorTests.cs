using System.Text;
using System.Text.Json;
using Trellis.Platform.Measures;
using Trellis.Reports.Indicators;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Reports;

/// <summary>The definitions stand at addresses that stay, and a file that defines wrongly is refused in a sentence.</summary>
public sealed class IndicatorTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Everybody_reads_what_each_figure_means_and_takes_it_away_as_data()
    {
        await site.OnePlace();
        var all = await site.Open("/indicators");
        Assert.Equal("Indicators", all.Heading);
        foreach (var one in IndicatorLibrary.Shipped.Indicators)
        {
            Assert.Equal(one.Url, new Uri(all.Link(one.Name)).AbsolutePath);
        }

        var page = await all.Follow("Groups supported");
        Assert.Contains("a group with ten entries counts once", page.Text, StringComparison.Ordinal);
        var json = JsonDocument.Parse((await site.Open("/indicators/groups-supported.json")).Body).RootElement;
        Assert.Equal(("2026.1", "unique-groups"), (json.GetProperty("version").GetString(), json.GetProperty("indicator").GetProperty("rule").GetString()));
        Assert.Equal(404, (await site.Open("/indicators/made-up")).Status);
        Assert.Equal(404, (await site.Open("/indicators/made-up.json")).Status);
    }

    [Fact]
    public async Task The_published_file_can_be_read_again_and_says_the_same()
    {
        await site.OnePlace();
        var again = IndicatorLibrary.From(Encoding.UTF8.GetString((await site.Open("/indicators.json")).Body));
        Assert.Equal(IndicatorLibrary.Shipped.Indicators.Select(one => (one.Id, one.Rule, one.Definition)), again.Indicators.Select(one => (one.Id, one.Rule, one.Definition)));
    }

    [Fact]
    public async Task Each_indicator_asks_of_its_records_only_what_they_carry()
    {
        var given = await site.With<IEnumerable<IRecords>, Dictionary<string, IRecords>>(kinds => Task.FromResult(kinds.ToDictionary(kind => kind.Kind)));
        var wrong = new List<string>();
        foreach (var one in IndicatorLibrary.Shipped.Indicators.Where(one => given.ContainsKey(one.Records)))
        {
            var records = given[one.Records];
            var conditions = one.Where.Concat(one.ShareWhere).ToList();
            wrong.AddRange(conditions.Select(condition => condition.Word).OfType<string>().Concat(one.Breakdowns.Except(Trellis.Reports.Counting.Dimensions.OfGroups)).Except(records.Words.Keys).Select(word => $"{one.Id}: word {word}"));
            wrong.AddRange(conditions.Select(condition => condition.Number).Append(one.Number).OfType<string>().Except(records.Numbers.Keys).Select(number => $"{one.Id}: number {number}"));
        }

        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData("\"rule\": \"records\"", "\"rule\": \"guess\"", "cannot be read")]
    [InlineData("\"rule\": \"records\"", "\"rule\": \"records\", \"colour\": \"red\"", "cannot be read")]
    [InlineData("\"rule\": \"records\"", "\"rule\": \"sum\"", "does not say which number it takes")]
    [InlineData("\"rule\": \"records\"", "\"rule\": \"records\", \"number\": \"minutes\"", "Take “number” out")]
    [InlineData("\"rule\": \"records\"", "\"rule\": \"share\"", "needs “shareWhere”")]
    [InlineData("\"rule\": \"records\"", "\"rule\": \"records\", \"where\": [{\"word\": \"way\"}]", "neither a word with what it is, nor a number with a bound")]
    [InlineData("\"rule\": \"records\"", "\"rule\": \"records\", \"groupsWhere\": [{\"by\": \"age\", \"is\": [\"old\"]}]", "Use one of ward, size, cause, deprivation")]
    [InlineData("\"unit\": \"number\"", "\"unit\": \"percent\"", "put its rule or its unit right")]
    [InlineData("\"ward\"]", "\"ward\", \"ward\"]", "names a breakdown twice")]
    [InlineData("\"id\": \"one\"", "\"id\": \"One!\"", "use small letters, figures and hyphens")]
    [InlineData("\"counts\": \"some\"", "\"counts\": \" \"", "leaves a text empty")]
    [InlineData("\"counts\": \"some\",", "", "cannot be read")]
    public void A_file_that_defines_wrongly_is_refused(string right, string wrong, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => IndicatorLibrary.From(Whole.Replace(right, wrong, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_of_one_id_are_refused_and_a_right_file_is_read()
    {
        Assert.Single(IndicatorLibrary.From(Whole).Indicators);
        var one = Whole[Whole.IndexOf("{\"id\"", StringComparison.Ordinal)..Whole.LastIndexOf(']')];
        Assert.Contains("stands in the file twice", Assert.Throws<FormatException>(() => IndicatorLibrary.From(Whole.Replace(one, one + "," + one, StringComparison.Ordinal))).Message, StringComparison.Ordinal);
    }

    private const string Whole = """
        {"version": "1", "publishedOn": "2026-11-26", "licence": "CC BY", "licenceUrl": "https://example.org/", "indicators": [
        {"id": "one", "name": "One", "definition": "One.", "unit": "number", "rule": "records", "counts": "some", "doesNotCount": "others", "period": "by day", "records": "support-entries", "breakdowns": ["ward"]}]}
        """;
}
