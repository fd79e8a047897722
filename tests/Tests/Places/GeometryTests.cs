using FsCheck;
using FsCheck.Fluent;
using Trellis.Platform.Places;
using Trellis.Platform.Places.Drawing;

namespace Trellis.Tests.Places;

/// <summary>Distances, projections, outlines, borders and classes, by their properties.</summary>
public sealed class GeometryTests
{
    private static readonly Arbitrary<Point> Britain = (
        from latitude in Gen.Choose(49_900_000, 60_900_000)
        from longitude in Gen.Choose(-8_600_000, 1_800_000)
        select new Point(latitude, longitude)).ToArbitrary();

    [Fact]
    public void Distance_is_the_same_both_ways_nothing_to_itself_and_never_shorter_by_a_detour() => Check.QuickThrowOnFailure(
        Prop.ForAll(Britain, Britain, Britain, (a, b, c) =>
            Math.Abs(a.MetresTo(b) - b.MetresTo(a)) < 0.001 && a.MetresTo(a) == 0 && a.MetresTo(c) <= a.MetresTo(b) + b.MetresTo(c) + 0.001));

    [Theory]
    [InlineData(53.4808, -2.2426, 51.5074, -0.1278, 262_000)] // Manchester to London
    [InlineData(53.4245, -2.3187, 53.3836, -2.3517, 5_050)] // Sale to Altrincham
    public void Distances_are_as_on_the_map(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude, double metres) =>
        Assert.InRange(Point.At(fromLatitude, fromLongitude).MetresTo(Point.At(toLatitude, toLongitude)), metres * 0.99, metres * 1.01);

    [Fact]
    public void A_point_comes_back_from_the_sheet_to_where_it_was() => Check.QuickThrowOnFailure(
        Prop.ForAll(Britain, Britain, (a, b) =>
        {
            var projection = Projection.Over([a, b], 10_000);
            var (x, y) = projection.Place(a);
            var back = projection.Back(x, y);
            return Math.Abs(back.LatitudeMicro - a.LatitudeMicro) <= 1 && Math.Abs(back.LongitudeMicro - a.LongitudeMicro) <= 1
                && x >= -0.001 && y >= -0.001 && x <= projection.Width + 0.001 && y <= projection.Height + 0.001;
        }));

    [Fact]
    public void A_kilometre_is_as_long_up_as_across()
    {
        var middle = Point.At(53.4, -2.3);
        var projection = Projection.Over([Point.At(53.3, -2.5), Point.At(53.5, -2.1)], 720);
        var (north, east) = (Point.At(53.4 + (1000 / 111_195d), -2.3), Point.At(53.4, -2.3 + (1000 / (111_195 * Math.Cos(double.DegreesToRadians(53.4))))));
        Assert.Equal(1000, middle.MetresTo(north), 1d);
        Assert.Equal(projection.Length(1000), projection.Place(middle).Y - projection.Place(north).Y, 0.2);
        Assert.Equal(projection.Length(1000), projection.Place(east).X - projection.Place(middle).X, 0.2);
    }

    [Fact]
    public void A_point_is_in_a_square_exactly_when_its_coordinates_are()
    {
        var square = Outline.Read(SmallFiles.Square(-2.4, 53.4)).Outline!;
        var around = (from latitude in Gen.Choose(53_350_000, 53_550_000) from longitude in Gen.Choose(-2_450_000, -2_250_000) select new Point(latitude, longitude))
            .Where(point => point.LatitudeMicro is not (53_400_000 or 53_500_000) && point.LongitudeMicro is not (-2_400_000 or -2_300_000)).ToArbitrary();
        Check.QuickThrowOnFailure(Prop.ForAll(around, point =>
            square.Contains(point) == (point.LatitudeMicro is > 53_400_000 and < 53_500_000 && point.LongitudeMicro is > -2_400_000 and < -2_300_000)));
    }

    [Fact]
    public void What_lies_in_a_hole_is_outside_and_what_lies_on_an_island_inside()
    {
        const string holed = """{"type":"MultiPolygon","coordinates":[[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[4,4],[6,4],[6,6],[4,6],[4,4]]],[[[20,20],[21,20],[21,21],[20,21],[20,20]]]]}""";
        var outline = Outline.Read(holed).Outline!;
        Assert.False(outline.Contains(Point.At(5, 5)));
        Assert.True(outline.Contains(Point.At(2, 2)));
        Assert.True(outline.Contains(Point.At(20.5, 20.5)));
        Assert.True(outline.Contains(outline.Middle()));
    }

    [Fact]
    public void The_middle_of_a_horseshoe_is_on_the_horseshoe()
    {
        var shoe = Outline.Read("""{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[8,9],[8,1],[1,1],[1,9],[0,9],[0,0]]]}""").Outline!;
        Assert.True(shoe.Contains(shoe.Middle()));
    }

    [Fact]
    public void A_common_border_makes_neighbours_and_a_touching_corner_does_not()
    {
        var neighbours = Borders.Neighbours(new Dictionary<string, Outline>
        {
            ["west"] = Outline.Read(SmallFiles.Square(0, 50)).Outline!,
            ["east"] = Outline.Read(SmallFiles.Square(.1, 50)).Outline!,
            ["north-east"] = Outline.Read(SmallFiles.Square(.1, 50.1)).Outline!,
        });
        Assert.Equal(["east"], neighbours["west"]);
        Assert.Equal(["north-east", "west"], neighbours["east"]);
    }

    [Fact]
    public void Every_value_is_in_exactly_one_class_and_more_is_never_in_a_lower_one() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<long[]>().Filter(values => values.Length > 0), values =>
        {
            var classes = ValueClasses.Of(values);
            var sorted = values.Order().ToList();
            return classes.Ranges.Count is >= 1 and <= 7
                && sorted.All(value => classes.Ranges.Count(range => range.From <= value && value <= range.To) == 1)
                && sorted.Zip(sorted.Skip(1)).All(pair => classes.Class(pair.First) <= classes.Class(pair.Second))
                && sorted.All(value => classes.Ranges[classes.Class(value) - 1] is var (from, to) && from <= value && value <= to)
                && Enumerable.Range(1, classes.Ranges.Count).Select(classes.Shade).ToList() is var shades
                && shades.Distinct().Count() == shades.Count && shades.All(shade => shade is >= 1 and <= 7);
        }));

    [Fact]
    public void Twenty_one_wards_make_five_classes_of_about_four_and_many_areas_make_seven()
    {
        var wards = ValueClasses.Of(Enumerable.Range(1, 21).Select(value => (long)value));
        Assert.Equal([(1, 5), (6, 9), (10, 13), (14, 17), (18, 21)], wards.Ranges);
        Assert.Equal([1, 3, 4, 6, 7], Enumerable.Range(1, 5).Select(wards.Shade));
        Assert.Equal(7, ValueClasses.Of(Enumerable.Range(1, 139).Select(value => (long)value)).Ranges.Count);
        Assert.Empty(ValueClasses.Of([]).Ranges);
    }
}
