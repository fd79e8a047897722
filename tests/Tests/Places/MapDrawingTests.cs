using System.IO.Compression;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Trellis.Platform.Places;
using Trellis.Platform.Places.Drawing;
using Trellis.Platform.Texts;

namespace Trellis.Tests.Places;

/// <summary>What a map writes into the page: its structure for those who see it, hear it or walk it by keyboard, and that nothing in it can break out.</summary>
public sealed class MapDrawingTests
{
    private static readonly MapSheet TwoSquares = MapSheet.Draw(new Dictionary<string, Outline>
    {
        ["A"] = Outline.Read(SmallFiles.Square(-2.4, 53.4)).Outline!,
        ["B"] = Outline.Read(SmallFiles.Square(-2.3, 53.4)).Outline!,
    });

    private static readonly AreaMap Plain = new("People by ward", "Two wards side by side.")
    {
        Sheet = TwoSquares,
        ValueTitle = "People",
        Areas = [new("A", "Acton", 10, "10", "/wards/acton"), new("B", "Byfield", 20, "20", "/wards/byfield")],
    };

    [Fact]
    public async Task A_map_has_a_name_and_a_description_and_links_with_names()
    {
        var figure = await Draw(Plain);
        var svg = figure.QuerySelector("svg")!;
        Assert.Equal("group", svg.GetAttribute("role"));
        Assert.Equal(
            ["People by ward", "Two wards side by side."],
            svg.GetAttribute("aria-labelledby")!.Split(' ').Select(id => figure.QuerySelector("#" + id)!.TextContent));
        Assert.Equal(
            [("/wards/acton", "Acton: 10"), ("/wards/byfield", "Byfield: 20")],
            svg.QuerySelectorAll("a").Select(link => (link.GetAttribute("href")!, link.QuerySelector("title")!.TextContent)));
    }

    [Fact]
    public async Task Everything_on_the_map_is_also_in_a_table()
    {
        var table = (await Draw(Plain)).QuerySelector("details table")!;
        Assert.Equal("People by ward", table.QuerySelector("caption")!.TextContent);
        Assert.Equal(["Area", "People"], table.QuerySelectorAll("th[scope=col]").Select(head => head.TextContent));
        Assert.Equal([("Acton", "10"), ("Byfield", "20")], table.QuerySelectorAll("tbody tr").Select(row => (row.QuerySelector("th[scope=row] a")!.TextContent, row.QuerySelector("td")!.TextContent)));
        Assert.Null((await Draw(Plain with { HasTable = false })).QuerySelector("table"));
    }

    [Fact]
    public async Task Colour_is_not_alone_each_class_has_a_number_on_the_map_and_in_the_key()
    {
        var figure = await Draw(Plain);
        Assert.Equal(["1", "2"], figure.QuerySelectorAll(".map-numbers text").Select(text => text.TextContent));
        Assert.Equal(["1 10", "2 20"], figure.QuerySelectorAll(".map-key li").Select(item => item.TextContent));
        Assert.Equal("true", figure.QuerySelector(".map-numbers")!.GetAttribute("aria-hidden"));
        Assert.NotEqual(figure.QuerySelectorAll("a.area")[0].ClassName, figure.QuerySelectorAll("a.area")[1].ClassName);
    }

    [Fact]
    public async Task What_is_not_known_is_hatched_and_said()
    {
        var figure = await Draw(Plain with { Areas = [Plain.Areas[0], new("B", "Byfield")] });
        var pattern = figure.QuerySelector("pattern")!.Id;
        Assert.Equal($"url(#{pattern})", figure.QuerySelector("g.area path")!.GetAttribute("fill"));
        Assert.Equal("Byfield: not known", figure.QuerySelector("g.area title")!.TextContent);
        Assert.Contains(figure.QuerySelectorAll(".map-key li"), item => item.TextContent.Trim() == "not known");
        Assert.Equal("not known", figure.QuerySelectorAll("tbody td")[1].TextContent);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("O'Hare & Sons </title></svg>")]
    public async Task Names_that_look_like_code_stay_names(string evil)
    {
        var map = Plain with
        {
            Areas = [new("A", evil, 10, evil, "/wards/" + evil), new("B", "Byfield", 20)],
            Points = [new(Point.At(53.45, -2.35), evil, "/groups/" + evil, evil), new(Point.At(53.45, -2.25), "A", null)],
            ValueTitle = evil,
        };
        var figure = await Draw(map with { Title = evil, Description = evil });
        Assert.Empty(figure.QuerySelectorAll("script, img, [onerror]"));
        Assert.Equal(evil, figure.QuerySelector("desc")!.TextContent);
        Assert.Equal($"{evil}: {evil}", figure.QuerySelector("a.area title")!.TextContent);
        Assert.Equal("/wards/" + evil, figure.QuerySelector("a.area")!.GetAttribute("href"));
        Assert.Single(figure.QuerySelectorAll("svg"));
    }

    [Fact]
    public async Task Nothing_on_a_map_needs_a_style_attribute_or_a_script()
    {
        var figure = await Draw(Plain with { Points = [new(Point.At(53.45, -2.35), "Here", "/groups/here")], Around = (Point.At(53.45, -2.3), 800), Highlight = "A" });
        Assert.Empty(figure.QuerySelectorAll("[style], script, style, image, [onclick]"));
        Assert.DoesNotContain("http", figure.QuerySelector("svg")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_that_would_cover_one_another_become_one_that_leads_to_their_list()
    {
        var figure = await Draw(Plain with
        {
            Points = [new(Point.At(53.45, -2.35), "One", "/groups/one"), new(Point.At(53.4501, -2.3501), "Two", "/groups/two"), new(Point.At(53.41, -2.21), "Three", "/groups/three")],
        });
        var cluster = Assert.Single(figure.QuerySelectorAll("a.cluster"));
        Assert.Equal("2 here: One; Two", cluster.QuerySelector("title")!.TextContent);
        Assert.Equal(["One", "Two"], figure.QuerySelectorAll(cluster.GetAttribute("href")! + " a").Select(link => link.TextContent));
        Assert.Equal("/groups/three", Assert.Single(figure.QuerySelectorAll("a.spot.group")).GetAttribute("href"));
    }

    [Fact]
    public async Task What_lies_off_the_map_is_listed_all_the_same()
    {
        var figure = await Draw(Plain with { Points = [new(Point.At(51.5, -0.1), "Head office in London", "/groups/london")] });
        Assert.Empty(figure.QuerySelectorAll(".spot:not(.swatch)"));
        Assert.Contains("Outside the map:", figure.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/groups/london", figure.QuerySelector("details ul a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Ten_thousand_points_make_a_page_that_can_still_be_read()
    {
        var random = new Random(7);
        var points = Enumerable.Range(0, 10_000).Select(at => new MapPoint(Point.At(53.4 + (random.NextDouble() / 10), -2.4 + (random.NextDouble() / 5)), $"Group {at}", $"/groups/{at}"));
        var figure = await Draw(Plain with { Points = [.. points] });
        Assert.InRange(figure.QuerySelectorAll(".spot:not(.swatch)").Length, 10, 300);
        Assert.Equal(300, figure.QuerySelectorAll("details ul li").Length);
        Assert.Contains("The first 300 of 10,000 are listed.", figure.TextContent.Replace("10000", "10,000", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_can_be_shown_where_no_boundary_is_known_and_an_empty_map_is_no_fault()
    {
        var spots = await Draw(new AreaMap("Groups", "Where they are.") { Points = [new(Point.At(53.45, -2.35), "One", null), new(Point.At(53.5, -2.4), "Two", null)] });
        Assert.Equal(2, spots.QuerySelectorAll("svg .spot").Length);
        var nothing = await Draw(new AreaMap("Groups", "Where they are."));
        Assert.Null(nothing.QuerySelector("svg"));
    }

    [Fact]
    public async Task A_map_with_many_links_can_be_skipped_by_keyboard()
    {
        Assert.Null((await Draw(Plain)).QuerySelector(".map-skip"));
        var areas = Enumerable.Range(0, 20).Select(at => new AreaShape("A" + at, "Area " + at, Url: "/wards/" + at));
        var skip = (await Draw(Plain with { Areas = [.. areas] })).QuerySelector(".map-skip")!;
        Assert.NotNull(skip.Owner!.QuerySelector(skip.GetAttribute("href")!));
    }

    [Fact]
    public async Task The_highlighted_area_is_drawn_last_so_that_its_line_is_whole()
    {
        var figure = await Draw(Plain with { Highlight = "A" });
        Assert.Contains("here", figure.QuerySelectorAll("a.area")[^1].ClassName!.Split(' '));
    }

    [Fact]
    public async Task What_lies_around_is_drawn_pale_named_and_cut_off_at_the_edge()
    {
        var squares = new Dictionary<string, Outline>
        {
            ["A"] = Outline.Read(SmallFiles.Square(-2.4, 53.4)).Outline!,
            ["B"] = Outline.Read(SmallFiles.Square(-2.3, 53.4)).Outline!,
            ["Far"] = Outline.Read(SmallFiles.Square(-1.3, 53.4)).Outline!,
        };
        var sheet = MapSheet.Draw(squares.Where(pair => pair.Key == "A").ToDictionary(), squares);
        Assert.Equal(["B"], sheet.Around);
        Assert.InRange(sheet.Areas["B"].X, sheet.Areas["A"].X, sheet.Projection!.Width);
        var figure = await Draw(Plain with { Sheet = sheet, ValueTitle = null, Areas = [Plain.Areas[0]], Surroundings = [Plain.Areas[1]] });
        Assert.Equal("/wards/byfield", figure.QuerySelector("a.area.around")!.GetAttribute("href"));
        Assert.Equal("Byfield", figure.QuerySelector("a.area.around title")!.TextContent);
        Assert.Equal(["Acton"], figure.QuerySelectorAll("details li").Select(item => item.TextContent));
    }

    [Fact]
    public async Task A_border_can_be_drawn_across_the_areas()
    {
        Assert.Null((await Draw(Plain)).QuerySelector(".map-frame"));
        var framed = TwoSquares.Framed(Outline.Read(SmallFiles.Square(-2.35, 53.42)).Outline);
        Assert.StartsWith("M", (await Draw(Plain with { Sheet = framed })).QuerySelector("path.map-frame")!.GetAttribute("d"), StringComparison.Ordinal);
    }

    [Fact]
    public void Neighbours_share_their_border_to_the_unit_so_that_no_gap_opens()
    {
        // A crooked border of many corners, of which both areas have the same ones.
        var border = Enumerable.Range(0, 200).Select(at => (X: -2.3 + (Math.Sin(at * 1.7) / 300), Y: 53.4 + (at / 2000d))).ToList();
        string Ring(double x) => FormattableString.Invariant($"[{string.Join(',', border.Select(corner => FormattableString.Invariant($"[{corner.X},{corner.Y}]")))},[{x},53.5],[{x},53.4],[{border[0].X},{border[0].Y}]]");
        var sheet = MapSheet.Draw(new[] { ("west", -2.4), ("east", -2.2) }.ToDictionary(
            area => area.Item1, area => Outline.Read($$"""{"type":"Polygon","coordinates":[{{Ring(area.Item2)}}]}""").Outline!));
        var (west, east) = (Corners(sheet.Areas["west"].Path), Corners(sheet.Areas["east"].Path));
        var common = west.Intersect(east).ToList();
        Assert.InRange(common.Count, 100, 200);
        Assert.InRange(west.Except(common).Count(), 1, 3);
        Assert.InRange(east.Except(common).Count(), 1, 3);
    }

    /// <summary>The corners of a path of one ring, as the browser would draw them.</summary>
    private static List<(int X, int Y)> Corners(string path)
    {
        var numbers = System.Text.RegularExpressions.Regex.Matches(path, @"-?\d+").Select(match => int.Parse(match.Value)).ToList();
        var corners = new List<(int X, int Y)> { (numbers[0], numbers[1]) };
        for (var at = 2; at < numbers.Count; at += 2)
        {
            corners.Add((corners[^1].X + numbers[at], corners[^1].Y + numbers[at + 1]));
        }

        return corners;
    }

    internal static async Task<IElement> Draw(AreaMap map)
    {
        var output = new TagHelperOutput("area-map", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new AreaMapTagHelper(new Texts()) { Map = map }.Process(new([], new Dictionary<object, object>(), "1"), output);
        using var html = new StringWriter();
        output.WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);
        var document = await BrowsingContext.New().OpenAsync(made => made.Content(html.ToString()));
        return document.QuerySelector("figure")!;
    }

    internal static int Compressed(string html)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(html));
        }

        return (int)bytes.Length;
    }
}
