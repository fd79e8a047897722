using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Platform.Places.Drawing;
using Trellis.Platform.Sources;
using Trellis.Tests.Support;

namespace Trellis.Tests.Places;

/// <summary>The demo's boundaries, postcodes and figures, counted to the row.</summary>
public sealed class AreaImportTests(GeographySite site) : IClassFixture<GeographySite>
{
    [Fact]
    public async Task Every_area_of_the_demo_comes_in_with_its_boundary()
    {
        var counts = await site.InDb(db => db.Set<Area>().GroupBy(area => area.Kind).Select(group => new { group.Key, Count = group.Count(), Bounded = group.Count(area => area.Boundary != null) }).ToListAsync());
        Assert.Equal(
            [(AreaKind.Borough, 1), (AreaKind.Ward, 21), (AreaKind.Locality, 4), (AreaKind.Lsoa, 139), (AreaKind.Parish, 4)],
            counts.Select(row => (row.Key, row.Count)).OrderBy(row => row.Key));
        Assert.All(counts, row => Assert.Equal(row.Count, row.Bounded));
    }

    [Fact]
    public async Task A_locality_has_no_official_code_and_gets_one_that_stays()
    {
        var localities = await site.InDb(db => db.Set<Area>().Where(area => area.Kind == AreaKind.Locality).OrderBy(area => area.Code).ToListAsync());
        Assert.Equal(["E08000009-central", "E08000009-north", "E08000009-south", "E08000009-west"], localities.Select(area => area.Code));
        Assert.Equal(["central", "north", "south", "west"], localities.Select(area => area.Slug));
    }

    [Fact]
    public async Task Postcodes_say_which_locality_a_ward_and_which_ward_an_lsoa_lies_in()
    {
        var areas = await site.InDb(db => db.Set<Area>().AsNoTracking().ToListAsync());
        var wards = areas.Where(area => area.Kind == AreaKind.Ward).ToDictionary(area => area.Name, area => area.ParentCode);
        Assert.Equal("E08000009-north", wards["Old Trafford"]);
        Assert.Equal("E08000009-south", wards["Hale Barns & Timperley South"]);
        Assert.Equal("E08000009-central", wards["Sale Moor"]);
        Assert.Equal("E08000009-west", wards["Urmston"]);
        Assert.DoesNotContain(null, wards.Values);
        var codes = areas.Where(area => area.Kind == AreaKind.Ward).Select(area => area.Code).ToHashSet();
        Assert.All(areas.Where(area => area.Kind == AreaKind.Lsoa), lsoa => Assert.Contains(lsoa.ParentCode!, codes));
    }

    [Fact]
    public async Task All_postcodes_come_in() => Assert.Equal(11_264, await site.InDb(db => db.Set<PostcodeEntry>().CountAsync()));

    [Theory]
    [InlineData("boundary-ward", 21, 0)]
    [InlineData("boundary-lsoa", 139, 0)]
    [InlineData("postcodes", 11_264, 0)]
    [InlineData("population-2024", 483, 2_298)] // 161 known areas, three rows each; the rest are output areas and MSOAs, which are not kept
    [InlineData("deprivation", 137, 42_482)]
    [InlineData("census-unpaid-care", 60, 66)] // ten of 21 wards still have their name
    [InlineData("census-disability", 40, 44)]
    [InlineData("census-ethnic-group", 190, 209)]
    public async Task Every_row_is_accounted_for(string key, long isNew, long refused)
    {
        var import = await Import(key);
        Assert.Equal((isNew, refused), (import.New, import.Refused));
        Assert.Equal(import.RowsIn, import.New + import.Updated + import.Unchanged + import.Waiting + import.Refused);
        Assert.Equal(isNew + refused, import.RowsIn);
    }

    [Fact]
    public async Task The_wards_of_the_census_that_are_no_more_are_named_once_each()
    {
        var import = await Import("census-unpaid-care");
        var findings = await site.InDb(db => db.Set<Finding>().Where(finding => finding.ImportId == import.Id).ToListAsync());
        Assert.Equal(
            ["Clifford", "Davyhulme East", "Davyhulme West", "Gorse Hill", "Hale Barns", "Hale Central", "Priory", "St Mary's", "Stretford", "Timperley", "Village"],
            findings.Where(finding => finding.Severity == Severity.Refusal).Select(finding => finding.Wrong[..finding.Wrong.IndexOf(" (", StringComparison.Ordinal)]).Order());
        Assert.Equal(11, findings.Count(finding => finding.Severity == Severity.Warning && finding.Wrong.Contains("newer than the file")));
        Assert.Equal(10, findings.Count(finding => finding.Severity == Severity.Note));
        Assert.Contains(findings, finding => finding.Wrong == "Altrincham has the code E05000819 here and E05015239 today, so its boundary has probably changed.");
    }

    [Fact]
    public async Task The_two_new_lsoas_are_said_to_be_missing_from_the_older_index()
    {
        var import = await Import("deprivation");
        var missing = await site.InDb(db => db.Set<Finding>().Where(finding => finding.ImportId == import.Id && finding.Severity == Severity.Warning).ToListAsync());
        Assert.Equal(2, missing.Count);
        Assert.All(missing, finding => Assert.StartsWith("E01", finding.Value));
    }

    [Fact]
    public async Task Population_adds_up_from_bands_and_from_wards()
    {
        var figures = await Figure("2024-06-30");
        Assert.Equal(241_025, figures[(Figures.Population, "E08000009")]);
        Assert.Equal(241_025, figures.Where(figure => figure.Key.Measure == Figures.Population && figure.Key.Area.StartsWith("E05", StringComparison.Ordinal)).Sum(figure => figure.Value));
        Assert.Equal(241_025, figures.Where(figure => figure.Key.Measure == Figures.Population && figure.Key.Area.StartsWith("E01", StringComparison.Ordinal)).Sum(figure => figure.Value));
        foreach (var ((measure, area), people) in figures.Where(figure => figure.Key.Measure == Figures.Population))
        {
            Assert.Equal(people, figures[(Figures.Children, area)] + figures[(Figures.WorkingAge, area)] + figures[(Figures.Older, area)]);
            Assert.Equal(people, figures[(measure + Figures.OfFemales, area)] + figures[(measure + Figures.OfMales, area)]);
        }
    }

    [Fact]
    public async Task Deprivation_is_kept_in_thousandths_with_its_tenth_and_its_fifth_here()
    {
        var figures = await Figure("2020-12-01");
        Assert.Equal(65_582, figures[(Figures.DeprivationScore, "E01006108")]);
        Assert.Equal(1, figures[(Figures.DeprivationTenth, "E01006108")]);
        Assert.Equal(1, figures[(Figures.DeprivationFifthHere, "E01006108")]);
        var fifths = figures.Where(figure => figure.Key.Measure == Figures.DeprivationFifthHere).GroupBy(figure => figure.Value).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal([1, 2, 3, 4, 5], fifths.Keys.Order());
        Assert.Equal(137, fifths.Values.Sum());
        Assert.All(fifths.Values, count => Assert.InRange(count, 27, 28));
    }

    [Fact]
    public async Task Points_of_postcodes_lie_inside_the_ward_that_the_list_names()
    {
        var wards = (await site.InDb(db => db.Set<Area>().Where(area => area.Kind == AreaKind.Ward).ToListAsync())).ToDictionary(area => area.Code, area => Outline.Read(area.Boundary).Outline!);
        var postcodes = await site.InDb(db => db.Set<PostcodeEntry>().AsNoTracking().ToListAsync());
        var inside = postcodes.Count(entry => wards[entry.WardCode].Contains(entry.Point));
        var elsewhere = postcodes.Where(entry => !wards[entry.WardCode].Contains(entry.Point)).Count(entry => wards.Values.Any(ward => ward.Contains(entry.Point)));

        // The boundaries are drawn coarser than the postcodes are measured, so a few along the borders fall on the other side.
        Assert.InRange(inside, 11_264 * 97 / 100, 11_264);
        Assert.Equal(11_264, inside + elsewhere + postcodes.Count(entry => !wards.Values.Any(ward => ward.Contains(entry.Point))));
        Assert.InRange(postcodes.Count(entry => wards.Values.Count(ward => ward.Contains(entry.Point)) > 1), 0, 20);
    }

    [Fact]
    public async Task The_middle_of_each_area_lies_inside_it()
    {
        var areas = await site.InDb(db => db.Set<Area>().AsNoTracking().ToListAsync());
        Assert.All(areas, area => Assert.True(Outline.Read(area.Boundary).Outline!.Contains(new(area.LatitudeMicro!.Value, area.LongitudeMicro!.Value)), area.Name));
    }

    private async Task<Import> Import(string key) => await site.InDb(async db =>
    {
        var source = await db.Set<Source>().SingleAsync(found => found.Key == key);
        return await db.Set<Import>().SingleAsync(found => found.SourceId == source.Id);
    });

    private async Task<Dictionary<(string Measure, string Area), long>> Figure(string period) => await site.InDb(db => db.Set<AreaFigure>()
        .Where(figure => figure.Period == period).ToDictionaryAsync(figure => (figure.Measure, figure.AreaCode), figure => figure.Value));
}
