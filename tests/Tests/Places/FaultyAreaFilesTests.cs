using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Tests.Support;
using static Trellis.Tests.Places.SmallFiles;

namespace Trellis.Tests.Places;

/// <summary>Files that come again, changed or broken: what is written, what is refused and with which words.</summary>
public sealed class FaultyAreaFilesTests
{
    private const string PostcodeHead = "postcode,ward_code,lsoa_code,locality,la_code,lon,lat\n";

    [Fact]
    public async Task The_same_boundaries_again_change_nothing_and_a_newer_file_only_what_differs()
    {
        await using var site = new Site();
        var first = await site.Bring("area-boundaries", "wards.geojson", Features(("E05000001", "Acton", Square(-2.4, 53)), ("E05000002", "Byfield", Square(-2.3, 53))));
        Assert.Equal((2, 0, 0), Counts(first.Value));
        var again = await site.Bring("area-boundaries", "wards.geojson", Features(("E05000001", "Acton", Square(-2.4, 53)), ("E05000002", "Byfield", Square(-2.3, 53))));
        Assert.Equal((0, 0, 2), Counts(again.Value));
        var newer = await site.Bring("area-boundaries", "wards.geojson", Features(("E05000001", "Acton Green", Square(-2.4, 53))));
        Assert.Equal((0, 1, 0), Counts(newer.Value));
        Assert.Equal(1, newer.Value.Report.Gone);
        Assert.Equal("Byfield (E05000002) was in an earlier file and is not in this one.", Assert.Single(newer.Value.Report.Findings).Wrong);
        var areas = await site.InDb(db => db.Set<Area>().OrderBy(area => area.Code).ToListAsync());
        Assert.Equal([("Acton Green", "acton-green"), ("Byfield", "byfield")], areas.Select(area => (area.Name, area.Slug)));
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[370000,390000],[371000,390000],[371000,391000],[370000,390000]]]}""", "The boundary is not in degrees of latitude and longitude (WGS 84).")]
    [InlineData("""{"type":"Point","coordinates":[-2.3,53.4]}""", "The boundary is neither a Polygon nor a MultiPolygon.")]
    [InlineData("""{"type":"Polygon","coordinates":[[[-2.3,53.4],[-2.2,53.4]]]}""", "A ring of the boundary has fewer than four points.")]
    [InlineData("""{"type":"Polygon","coordinates":[[[-2.3,"north"],[-2.2,53.4],[-2.1,53.4],[-2.3,53.4]]]}""", "The boundary is not GeoJSON.")]
    [InlineData("""{"type":"Polygon","coordinates":[[[-2.3],[-2.2],[-2.1],[-2.3]]]}""", "The boundary is not GeoJSON.")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "A ring of the boundary has fewer than four points.")]
    [InlineData("""{"type":"Polygon"}""", "The boundary is not GeoJSON.")]
    [InlineData("null", "The area has no boundary.")]
    public async Task A_boundary_that_cannot_be_drawn_is_refused_with_its_reason_and_the_others_come_in(string geometry, string reason)
    {
        await using var site = new Site();
        var account = await site.Bring("area-boundaries", "wards.geojson", Features(("E05000001", "Acton", geometry), ("E05000002", "Byfield", Square(-2.3, 53))));
        Assert.Equal((1, 0, 0), Counts(account.Value));
        Assert.Equal(1, account.Value.Report[Outcome.Refused]);
        Assert.Equal(reason, Assert.Single(account.Value.Report.Findings).Wrong);
    }

    [Fact]
    public async Task Two_areas_of_one_name_get_addresses_of_their_own_and_one_code_twice_is_refused()
    {
        await using var site = new Site();
        var account = await site.Bring(
            "area-boundaries", "wards.geojson",
            Features(("E05000001", "Acton", Square(-2.4, 53)), ("E05000002", "Acton", Square(-2.3, 53)), ("E05000002", "Again", Square(-2.2, 53))));
        Assert.Equal((2, 0, 0), Counts(account.Value));
        Assert.Contains("stands in row", Assert.Single(account.Value.Report.Findings).Wrong);
        Assert.Equal(["acton", "acton-2"], await site.InDb(db => db.Set<Area>().OrderBy(area => area.Code).Select(area => area.Slug).ToListAsync()));
    }

    [Fact]
    public async Task A_kind_that_does_not_exist_refuses_the_file()
    {
        await using var site = new Site();
        var refused = await site.Bring("area-boundaries", "wards.geojson", Features(("E05000001", "Acton", Square(-2.4, 53))), ("kind", "hamlet"));
        Assert.Equal("\"hamlet\" is not a kind of area; it is one of borough, ward, locality, lsoa, msoa, parish.", Assert.Single(refused.Problems).Message);
        Assert.Equal(0, await site.InDb(db => db.Set<Area>().CountAsync()));
    }

    [Fact]
    public async Task A_moved_postcode_is_updated_and_faulty_ones_are_refused_with_row_and_reason()
    {
        await using var site = new Site();
        await site.Bring("postcodes", "postcodes.csv", PostcodeHead + "M33 2RP,E05000001,E01000001,North,E08000009,-2.3,53.4\nM33 2RQ,E05000001,E01000001,North,E08000009,-2.3,53.4\n");
        var account = await site.Bring(
            "postcodes", "postcodes.csv",
            PostcodeHead + """
            m332rp,E05000002,E01000001,North,E08000009,-2.3,53.4
            M33 2RQ,E05000001,E01000001,North,E08000009,-2.3,53.4
            M33 2RQ,E05000001,E01000001,North,E08000009,-2.3,53.4
            somewhere,E05000001,E01000001,North,E08000009,-2.3,53.4
            ,E05000001,E01000001,North,E08000009,-2.3,53.4
            M33 2RS,,E01000001,North,E08000009,-2.3,53.4
            M33 2RT,E05000001,E01000001,North,E08000009,377000,391000
            M1 1AA,E05000009,E01000009,Centre,E08000003,-2.2,53.5

            """);
        Assert.Equal((0, 1, 1), Counts(account.Value));
        Assert.Equal(6, account.Value.Report[Outcome.Refused]);
        Assert.Equal(
            [
                (4, "The postcode stands further up already."), (5, "This has not the form of a postcode."), (6, "There is no postcode."),
                (7, "The postcode has no ward or no LSOA."), (8, "The coordinates are not degrees of latitude and longitude."),
                (9, "This postcode is not in Trafford (E08000009)."),
            ],
            account.Value.Report.Findings.Select(finding => ((int)finding.Row!.Value, finding.Wrong)));
        Assert.Equal("E05000002", await site.InDb(db => db.Set<PostcodeEntry>().Where(entry => entry.Postcode == "M33 2RP").Select(entry => entry.WardCode).SingleAsync()));
    }

    [Fact]
    public async Task A_list_without_coordinates_is_refused_as_a_whole_and_says_what_is_missing()
    {
        await using var site = new Site();
        var refused = await site.Bring("postcodes", "postcodes.csv", "postcode,ward_code,lsoa_code\nM33 2RP,E05000001,E01000001\n");
        Assert.StartsWith("postcodes.csv has no column for the latitude", Assert.Single(refused.Problems).Message);
    }

    [Theory]
    [InlineData("population", "area_code,sex,all_ages\nE05000001,Persons,10\n")]
    [InlineData("deprivation", "lsoa,UK_IMD_E_score,original_decile\nE01000001,1.5,3\n")]
    [InlineData("census-by-ward", "area_code,area_name,geography,period,indicator,care,measure,unit,value\nE05000001,Acton,Ward,2021,i,none,Count,Persons,5\n")]
    public async Task Figures_for_a_place_without_areas_are_refused_with_what_to_do_first(string format, string content)
    {
        await using var site = new Site();
        var refused = await site.Bring(format, "figures.csv", content);
        Assert.Equal("Trafford has no areas yet that figures.csv could be about; bring in the boundaries first, as in --as area-boundaries.", Assert.Single(refused.Problems).Message);
    }

    [Fact]
    public async Task People_are_whole_numbers_and_a_row_of_nonsense_is_refused_while_a_corrected_one_is_updated()
    {
        await using var site = new Site();
        await site.Bring("area-boundaries", "wards.geojson", Features(("E05000001", "Acton", Square(-2.4, 53))));
        await site.Bring("population", "people.csv", "area_code,sex,all_ages,aged_0_to_15\nE05000001,Persons,10,4\n");
        var account = await site.Bring(
            "population", "people.csv",
            "area_code,sex,all_ages,aged_0_to_15\nE05000001,Persons,12,4\nE05000001,Males,6.5,2\nE05000001,Others,6,2\nE05000001,Persons,12,4\nE05000001,Females,,2\n,Persons,1,1\nE05999999,Persons,5,2\n");
        Assert.Equal((0, 1, 0), Counts(account.Value));
        Assert.Equal(6, account.Value.Report[Outcome.Refused]);
        Assert.Equal(
            [
                "This is not a whole number of people.", "This is none of Persons, Females and Males.", "The file has a row for this area, sex and day already.",
                "The number of people is missing.", "The row does not say which area it is about.", "1 row is about areas that are not kept here.",
            ],
            account.Value.Report.Findings.Select(finding => finding.Wrong));
        Assert.Equal(12, await site.InDb(db => db.Set<AreaFigure>().Where(figure => figure.Measure == Figures.Population).Select(figure => figure.Value).SingleAsync()));
    }

    private static (long New, long Updated, long Unchanged) Counts(RunImport.Account account) =>
        (account.Report[Outcome.New], account.Report[Outcome.Updated], account.Report[Outcome.Unchanged]);
}
