using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Places;

/// <summary>Postcodes however they are typed, and places found in the words of a search, on the demo's own names.</summary>
public sealed class PlaceWordsTests(GeographySite site) : IClassFixture<GeographySite>
{
    [Theory]
    [InlineData("food bank near M33 7", "M33 7", "food bank")]
    [InlineData("food bank m337", "M33 7", "food bank")]
    [InlineData("M33 2RP carers", "M33 2RP", "carers")]
    [InlineData("carers in m332rp", "M33 2RP", "carers")]
    [InlineData("chess WA14", "WA14", "chess")]
    [InlineData("dementia cafe in Sale Moor", "Sale Moor", "dementia cafe")]
    [InlineData("scouts, sale", "Sale", "scouts")]
    [InlineData("youth club old trafford", "Old Trafford", "youth club")]
    [InlineData("hale barns and timperley south", "Hale Barns & Timperley South", "")]
    [InlineData("Hale Barns choir", "Hale Barns", "choir")]
    [InlineData("partington", "Partington", "")]
    [InlineData("food in west trafford", "West", "food")]
    [InlineData("Bucklow-St Martins", "Bucklow-St Martins", "")]
    public async Task The_place_is_found_and_the_rest_is_left(string typed, string name, string left)
    {
        var found = (await Gazetteer()).Words.Find(typed);
        Assert.NotNull(found);
        Assert.Equal((name, left), (found.Value.Where.Name, found.Value.Left));
    }

    [Theory]
    [InlineData("food bank")]
    [InlineData("north")] // a locality's name alone means a direction
    [InlineData("EC1A 1BB")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("sales")]
    [InlineData("M99")]
    [InlineData("4x4 club")]
    public async Task Words_that_name_no_place_of_this_place_are_left_alone(string typed) => Assert.Null((await Gazetteer()).Words.Find(typed));

    [Fact]
    public async Task A_town_is_all_wards_that_bear_its_name_and_a_ward_only_itself()
    {
        var gazetteer = await Gazetteer();
        var wards = gazetteer.Of(AreaKind.Ward).ToDictionary(ward => ward.Name, ward => ward.Code);
        Assert.Equal([wards["Sale Central"], wards["Sale Moor"]], gazetteer.Words.Find("sale")!.Value.Where.WardCodes.Order());
        Assert.Equal([wards["Hale"]], gazetteer.Words.Find("hale")!.Value.Where.WardCodes);
        Assert.Equal([wards["Timperley Central"], wards["Timperley North"], wards["Hale Barns & Timperley South"]], gazetteer.Words.Find("timperley")!.Value.Where.WardCodes.OrderByDescending(code => code == wards["Timperley Central"]).ThenByDescending(code => code));
    }

    [Theory]
    [InlineData("m33 2rp", "M33 2RP")]
    [InlineData("M332RP", "M33 2RP")]
    [InlineData(" wa14  1ah ", "WA14 1AH")]
    [InlineData("W1A1AA", "W1A 1AA")]
    [InlineData("M33", null)]
    [InlineData("33M 2RP", null)]
    [InlineData("M33 RP2", null)]
    [InlineData("MMM33 2RP", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_postcode_is_written_in_one_way(string? typed, string? tidy) => Assert.Equal(tidy, Postcodes.Tidy(typed));

    [Fact]
    public async Task A_district_and_a_sector_hold_exactly_their_postcodes_and_have_a_middle()
    {
        var postcodes = (await Gazetteer()).Postcodes;
        var (district, sector) = (postcodes.FindPart("m33")!, postcodes.FindPart("M33 7")!);
        Assert.Equal(postcodes.All.Count(entry => entry.Postcode.StartsWith("M33 ", StringComparison.Ordinal)), district.Postcodes.Count);
        Assert.Equal(postcodes.All.Count(entry => entry.Postcode.StartsWith("M33 7", StringComparison.Ordinal)), sector.Postcodes.Count);
        Assert.All(sector.Postcodes, entry => Assert.True(entry.Point.MetresTo(sector.Centre) <= sector.RadiusMetres));
        Assert.InRange(sector.RadiusMetres, 300, 3_000);
        Assert.Null(postcodes.FindPart("M99"));
    }

    [Fact]
    public async Task The_nearest_postcode_tells_the_ward_of_a_spot()
    {
        var postcodes = (await Gazetteer()).Postcodes;
        var library = Point.At(53.38705468210445, -2.352156600534233); // Altrincham Library
        Assert.Equal("E05015239", postcodes.Nearest(library)!.WardCode);
        Assert.Null(postcodes.Nearest(Point.At(51.5, -0.1)));
        var some = postcodes.All.Where((_, at) => at % 500 == 0).ToList();
        Assert.All(some, entry => Assert.Equal(entry.Point, postcodes.Nearest(entry.Point)!.Point));
    }

    [Fact]
    public async Task The_gazetteer_notices_a_change_that_another_process_made()
    {
        await using var own = new Site();
        await own.Bring("area-boundaries", "wards.geojson", SmallFiles.Features(("E05000001", "Acton", SmallFiles.Square(-2.4, 53))));
        var place = await own.Somewhere();
        var gazetteers = own.Services.GetRequiredService<Gazetteers>();
        Assert.Equal(["Acton"], (await gazetteers.Of(place.Id, default)).Of(AreaKind.Ward).Select(area => area.Name));
        await own.Bring("area-boundaries", "wards.geojson", SmallFiles.Features(("E05000001", "Acton", SmallFiles.Square(-2.4, 53)), ("E05000002", "Byfield", SmallFiles.Square(-2.3, 53))));
        await Task.Delay(1_100);
        Assert.Equal(["Acton", "Byfield"], (await gazetteers.Of(place.Id, default)).Of(AreaKind.Ward).Select(area => area.Name));
    }

    [Theory]
    [InlineData("Hale Barns & Timperley South", "hale-barns-and-timperley-south")]
    [InlineData("St Mary's", "st-marys")]
    [InlineData("Bucklow-St Martins", "bucklow-st-martins")]
    [InlineData("Åse Øst", "ase-st")]
    [InlineData("  --  ", "-")]
    [InlineData("日本", "-")]
    public void An_address_is_made_of_plain_letters(string name, string slug) => Assert.Equal(slug, Slug.From(name));

    private async Task<Gazetteer> Gazetteer() => await site.Services.GetRequiredService<Gazetteers>().Of((await site.Somewhere()).Id, default);
}
