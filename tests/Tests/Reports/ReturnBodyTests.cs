using Trellis.Reports.Counting;
using Trellis.Reports.Frameworks;
using Trellis.Reports.Indicators;
using Trellis.Reports.Returns;

namespace Trellis.Tests.Reports;

/// <summary>What is kept of a return can be read again, hides small numbers from outside, and shows what corrections change.</summary>
public sealed class ReturnBodyTests
{
    private static readonly Trellis.Platform.Texts.Texts T = new();

    [Fact]
    public void What_was_kept_is_read_again_to_the_letter()
    {
        var body = Body(12, Record(1, 30), Record(2, null));
        Assert.Equal(body.Write(), ReturnBody.Read(body.Write()).Write());
        Assert.Equal([30L], ReturnBody.Read(body.Write()).Records[0].Numbers.Values);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_figure_on_fewer_than_five_groups_is_not_shown_outside(int groups, bool isHidden)
    {
        var shown = HideSmall.Of(Body(groups, Record(1, 30)));
        Assert.Equal(isHidden ? null : (long?)groups, shown.Figures[0].Value);
        Assert.Equal(isHidden, shown.Figures[0].IsHidden);
        Assert.Empty(shown.Records);
        Assert.Empty(shown.Figures[0].Records);
    }

    [Fact]
    public void A_single_hidden_part_cannot_be_reckoned_from_the_rest()
    {
        var body = Body(20) with { };
        var figure = body.Figures[0] with { Parts = [new("ward", "A", 3, 3, []), new("ward", "B", 7, 7, []), new("ward", "C", 10, 10, [])] };
        var parts = HideSmall.Of(body with { Figures = [figure] }).Figures[0].Parts;
        Assert.Equal([null, null, 10L], parts.Select(part => part.Value));
        Assert.Equal([0, 0, 10], parts.Select(part => part.Groups));
    }

    [Fact]
    public void A_correction_shows_figure_by_figure_and_record_by_record()
    {
        var (one, two, three) = (Record(1, 30), Record(2, 10), Record(3, 5));
        var corrected = one with { Numbers = new Dictionary<string, long> { ["minutes"] = 300 } };
        var item = Guid.CreateVersion7();
        var difference = Assert.Single(CompareReturns.Of(Body(2, item, one, two), Body(2, item, corrected, three)));
        Assert.Equal((two.Id, three.Id), (Assert.Single(difference.Gone).Id, Assert.Single(difference.Added).Id));
        var (then, now) = Assert.Single(difference.Changed);
        Assert.Equal((30, 300), (then.Numbers["minutes"], now.Numbers["minutes"]));
        Assert.Empty(CompareReturns.Of(Body(2, item, one, two), Body(2, item, one, two)));
    }

    [Theory]
    [InlineData(12L, 10L, 0, "Target met, 2 above")]
    [InlineData(10L, 10L, 0, "Target met exactly")]
    [InlineData(7L, 10L, 0, "Target not met, 3 short")]
    [InlineData(7L, 10L, 1, "Target met, 3 below the most")]
    [InlineData(12L, 10L, 1, "Target not met, 2 too many")]
    [InlineData(12L, null, 0, "No target")]
    [InlineData(null, 10L, 0, "Nothing to count")]
    public void How_it_stands_is_told_in_words(long? value, long? target, int aim, string words) =>
        Assert.Equal(words, Standing.Of(Body(9).Figures[0] with { Value = value, Target = target, Aim = (Aim)aim }, T));

    [Theory]
    [InlineData("12.5", "Hours", 750L)]
    [InlineData("£1,250.50", "Pounds", 125050L)]
    [InlineData("85%", "Percent", 850L)]
    [InlineData("4.2", "Score", 4200L)]
    [InlineData("12", "Number", 12L)]
    [InlineData("1.5", "Number", null)]
    [InlineData("-1", "Number", null)]
    [InlineData("lots", "Number", null)]
    [InlineData("", "Number", null)]
    public void A_figure_is_read_in_its_unit(string typed, string unit, long? value) => Assert.Equal(value, FigureText.Read(Enum.Parse<FigureUnit>(unit), typed));

    private static BehindRecord Record(int number, long? minutes) => new("support-entries", new Guid(number, 0, 0, new byte[8]), new(2026, 4, number), "Entry " + number, null, ["Sale Choir"],
        new Dictionary<string, string> { ["way"] = "Phone" }, minutes is { } known ? new Dictionary<string, long> { ["minutes"] = known } : []);

    private static ReturnBody Body(int groups, params BehindRecord[] records) => Body(groups, Guid.CreateVersion7(), records);

    private static ReturnBody Body(int groups, Guid item, params BehindRecord[] records) => new("1", "Contract", "Council", new(2026, 4, 1), new(2026, 6, 30))
    {
        Records = records,
        Figures = [new(item, "groups-supported", "Groups", "Each once.", FigureUnit.Number) { Value = groups, Groups = groups, Records = [.. Enumerable.Range(0, records.Length)] }],
    };
}
