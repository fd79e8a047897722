using Microsoft.Extensions.Configuration;
using Trellis.Support.Checks.Instruments;

namespace Trellis.Tests.SupportWork.Checks;

/// <summary>The instruments that come with Trellis are whole and can be read by a twelve-year-old; a faulty file is refused with a sentence that says where.</summary>
public sealed class InstrumentTests(ITestOutputHelper output)
{
    private static readonly InstrumentFiles Files = new(new ConfigurationBuilder().Build());

    private static Instrument Trellis => Files.All.Single(one => one.Key == "trellis");

    private static Instrument FirstSteps => Files.All.Single(one => one.Key == "first-steps");

    [Fact]
    public void The_health_check_has_nine_areas_and_about_forty_items_and_the_first_steps_have_twelve()
    {
        Assert.Empty(Files.Faults);
        Assert.Equal(
            [
                "Purpose and people served", "Governing and legal", "Money", "People: volunteers and staff", "Safeguarding and safety",
                "Planning and learning", "Reach and inclusion", "Partners and voice", "Buildings, data and digital",
            ],
            Trellis.Areas.Select(area => area.Title));
        Assert.InRange(Trellis.Items.Count, 38, 44);
        Assert.Equal(12, FirstSteps.Items.Count);
        Assert.All(Files.All, one => Assert.Equal(("1", "CC-BY-SA-4.0"), (one.Version, one.Licence)));
    }

    [Fact]
    public void Every_item_reads_at_the_age_of_twelve()
    {
        var ages = (from instrument in Files.All from item in instrument.Items select (instrument.Key + " " + item.Id, Age: ReadingAge.Of(Said(item)))).OrderByDescending(one => one.Age).ToList();
        output.WriteLine($"oldest {ages[0]}, median {ages[ages.Count / 2].Age:0.0}");
        Assert.Equal([], ages.Where(one => one.Age > 12));
        Assert.InRange(ReadingAge.Of("The committee is constitutionally responsible for ascertaining organisational sustainability across heterogeneous constituencies."), 20, 50);
        Assert.InRange(ReadingAge.Of("The cat sat on the mat. It was warm."), 0, 8);
    }

    [Fact]
    public void Every_item_says_something_of_its_own_at_each_level_and_points_to_public_guidance()
    {
        foreach (var instrument in Files.All)
        {
            Assert.Equal(instrument.Items.Count, instrument.Items.Select(item => item.Id).Distinct().Count());
            Assert.All(instrument.Items, item => Assert.Equal(4, item.Levels.Distinct(StringComparer.OrdinalIgnoreCase).Count()));
            Assert.Equal(instrument.Items.Count * 4, instrument.Items.SelectMany(item => item.Levels).Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(instrument.Items, item => Assert.All(item.Levels, level => Assert.InRange(level.Length, 12, 260)));
            Assert.All(instrument.Items, item => Assert.StartsWith(instrument.Areas.Single(area => area.Items.Contains(item)).Id + "-", item.Id, StringComparison.Ordinal));
            Assert.All(instrument.Items.SelectMany(item => item.Guidance), link => Assert.Matches(@"^https://(www\.gov\.uk|www\.ncvo\.org\.uk|ico\.org\.uk|www\.hse\.gov\.uk|www\.acas\.org\.uk|www\.ncsc\.gov\.uk|www\.fundraisingregulator\.org\.uk|www\.equalityhumanrights\.com)/", link.Url));
        }
    }

    [Fact]
    public void What_has_the_same_id_in_both_belongs_to_the_same_area() =>
        Assert.All(FirstSteps.Areas, area => Assert.All(area.Items, item => Assert.Contains(Trellis.Areas.Single(one => one.Id == area.Id && one.Title == area.Title).Items, one => one.Id == item.Id)));

    [Theory]
    [InlineData(",\"Strong.\"]", "]", "Item a-1 has 3 levels. Give it four: not yet, started, in place, strong and reviewed.")]
    [InlineData("\"Strong.\"]", "\"Done.\"]", "Item a-1 says the same at two levels. Say at each what one would see.")]
    [InlineData("\"Strong.\"]", "7]", "Item a-1, level 4 must be a text of 1 to 600 letters.")]
    [InlineData("\"id\":\"a-1\"", "\"id\":\"a\"", "Item a: the id “a” is there twice. Give each area and item its own.")]
    [InlineData("\"why\":\"It helps.\"", "\"wy\":\"It helps.\"", "Item a-1 has a field “wy” that we do not know. Take it out, or write it as one of: id, name, levels, why, evidence, guidance.")]
    [InlineData("\"why\":\"It helps.\",", "", "Item a-1 has no “why”. Add it.")]
    [InlineData("\"why\":\"It helps.\",", "\"why\":\"a\",\"why\":\"b\",", "Item a-1 has the field “why” more than once. Keep one.")]
    [InlineData("\"id\":\"a-1\"", "\"id\":\"A 1\"", "Area a, item 1 has the id “A 1”. Use small letters, figures and hyphens, at most forty.")]
    [InlineData("https://www.gov.uk/a", "javascript:alert(1)", "Item a-1, guidance 1 has the address “javascript:alert(1)”. Give a whole one that begins with https.")]
    [InlineData("\"items\":[{", "\"things\":[{", "Area a has no list “items”. Give at least one.")]
    [InlineData("\"version\":\"1\",", "", "The instrument has no “version”. Add it.")]
    [InlineData("{\"id\":\"mini\"", "nonsense", "This is not JSON. Look at line 1.")]
    public void A_faulty_file_is_refused_with_a_sentence_that_says_where(string right, string wrong, string sentence)
    {
        Assert.True(ReadInstrument.From("mini.json", Mini).Succeeded);
        var read = ReadInstrument.From("mini.json", Mini.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains("mini.json: " + sentence, read.Problems.Select(one => one.Message));
    }

    [Fact]
    public void The_file_of_a_folder_is_offered_and_a_second_one_of_the_same_version_is_not()
    {
        var files = new InstrumentFiles([("mini.json", Mini), ("again.json", Mini), ("broken.json", "[]")]);
        Assert.Equal("Mini", Assert.Single(files.All).Title);
        Assert.NotNull(files.Find("mini", "1"));
        Assert.Null(files.Find("mini", "2"));
        Assert.Contains(files.Faults, one => one.Message == "again.json: There is an instrument “mini” of version 1 already. Give this one another id or version.");
        Assert.Contains(files.Faults, one => one.Message == "broken.json: The instrument is not a set of fields. Write it as { … }.");
    }

    internal const string Mini =
        """{"id":"mini","version":"1","title":"Mini","for":"Tests","licence":"CC0-1.0","author":"Tests","areas":[{"id":"a","title":"A","items":[{"id":"a-1","name":"One","levels":["Not.","Begun.","Done.","Strong."],"why":"It helps.","evidence":"A note.","guidance":[{"title":"G","url":"https://www.gov.uk/a"}]}]}]}""";

    private static string Said(InstrumentItem item) => string.Join(' ', [item.Name + ".", .. item.Levels, item.Why, item.Evidence]);
}
