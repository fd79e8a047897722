using FsCheck;
using FsCheck.Fluent;
using Trellis.Platform.Web.Components;

namespace Trellis.Tests.Web;

public sealed class ScaleTests
{
    private static readonly Arbitrary<long[]> Values = Gen.Choose(-1_000_000, 1_000_000).Select(value => (long)value).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();

    [Fact]
    public void Every_bar_stays_inside_the_drawing_and_can_be_seen() =>
        Prop.ForAll(Values, values => values.All(value =>
        {
            var (start, length) = new Scale(values).Bar(value);
            return start >= -1e-9 && length > 0 && start + length <= 1 + 1e-9;
        })).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-753, 633_530)]
    [InlineData(753, -633_530)]
    public void A_sliver_at_either_edge_is_seen_and_stays_inside(long sliver, long other)
    {
        var (start, length) = new Scale([sliver, other]).Bar(sliver);
        Assert.True(length > 0.005);
        Assert.InRange(start, 0, 1 - length);
    }

    [Fact]
    public void A_bar_twice_as_long_means_twice_as_much() =>
        Prop.ForAll(Gen.Choose(10_000, 500_000).ToArbitrary(), value =>
        {
            var scale = new Scale([value, 2L * value]);
            return Math.Abs((scale.Bar(2L * value).Length / scale.Bar(value).Length) - 2) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Less_than_nothing_goes_the_other_way()
    {
        var scale = new Scale([100, -100]);
        Assert.Equal((0.5, 0.5), scale.Bar(100));
        Assert.Equal((0, 0.5), scale.Bar(-100));
    }

    [Fact]
    public void Nothing_at_all_is_drawn_without_dividing_by_it() => Assert.Equal(0, new Scale([]).At(0));

    [Fact]
    public void The_figures_of_an_axis_are_few_and_round_and_reach_the_top() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).Select(top => (long)top).ToArbitrary(), top =>
        {
            var steps = Scale.Round(top);
            var step = steps[1];
            return steps[0] == 0 && steps[^1] >= top && steps.Count is >= 2 and <= 7 && step.ToString().TrimEnd('0') is "1" or "2" or "5";
        }).QuickCheckThrowOnFailure();
}
