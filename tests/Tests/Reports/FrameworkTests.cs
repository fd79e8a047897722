using Trellis.Reports.Counting;
using Trellis.Reports.Frameworks;
using Trellis.Reports.Indicators;

namespace Trellis.Tests.Reports;

/// <summary>The frameworks that come with the product hold, and one that names what is not there is refused in a sentence.</summary>
public sealed class FrameworkTests
{
    [Fact]
    public void Five_frameworks_come_with_the_product_each_with_where_it_is_from()
    {
        Assert.Equal(["borough-infrastructure", "volunteer-centre", "national-lottery", "social-prescribing", "common-minimum"], ShippedFrameworks.All.Select(one => one.Key));
        Assert.All(ShippedFrameworks.All, one => Assert.True(one.Items.Count >= 8 && one.Sources.Length > 100, one.Key));
    }

    [Theory]
    [InlineData("groups-supported", "groups-suported", "There is no indicator “groups-suported”")]
    [InlineData("\"ward\"", "\"age\"", "cannot be told apart by that")]
    [InlineData("\"quarter\"", "\"fortnight\"", "cannot be read")]
    [InlineData("\"dueDays\"", "\"due\"", "cannot be read")]
    public void A_file_that_will_not_do_is_refused(string right, string wrong, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => ShippedFrameworks.From(IndicatorLibrary.Embedded("common-minimum.json").Replace(right, wrong, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_form_that_will_not_do_is_told_all_at_once()
    {
        Assert.Equal(["Indicator", "Wording"], Problems(new() { Indicator = "made-up" }));
        Assert.Equal(["Wording", "Definition"], Problems(new()));
        Assert.Equal(["Target", "Baseline", "By"], Problems(new() { Indicator = "groups-supported", Target = "many", Baseline = "1.5", By = ["age"] }));
        Assert.Equal(["By"], Problems(new() { Wording = "Own", Definition = "Ours.", By = ["ward"] }));
        var read = ReadItem.Handle(new() { Indicator = "hours-of-support", Target = "12.5", Aim = Aim.AtMost, By = ["topic"] }).Value;
        Assert.Equal(("Hours of support", 750L, FigureUnit.Hours), (read.Wording, read.Target!.Value, read.Unit));
    }

    [Fact]
    public void Periods_follow_each_other_from_the_first_to_the_one_that_has_begun()
    {
        var framework = new Framework { Id = default, PlaceId = default, Name = "", Funder = "", Rhythm = Rhythm.Quarter, StartsOn = new(2026, 4, 1), DueDays = 20 };
        Assert.Equal([new Period(new(2026, 7, 1), new(2026, 9, 30)), new(new(2026, 4, 1), new(2026, 6, 30))], framework.Periods(new(2026, 9, 30)));
        Assert.Empty(framework.Periods(new(2026, 3, 31)));
        Assert.Equal(new DateOnly(2026, 7, 20), framework.DueOn(new(new(2026, 4, 1), new(2026, 6, 30))));
    }

    private static IEnumerable<string> Problems(ItemForm form) => ReadItem.Handle(form).Problems.Select(problem => problem.Field);
}
