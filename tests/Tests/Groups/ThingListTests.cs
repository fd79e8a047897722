using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups;

/// <summary>The demo's own lists of services, buildings, clubs and causes on their way in, on the demo's charities and postcodes.</summary>
public sealed class ThingListTests(ThingListTests.Loaded site) : IClassFixture<ThingListTests.Loaded>
{
    /// <summary>A place with the demo's groups in it, without its money.</summary>
    public sealed class Loaded : Site, IAsyncLifetime
    {
        public async ValueTask InitializeAsync() => await this.Load(
            "boundary-wards-2023.geojson", "boundary-localities.geojson", "postcodes.csv.gz", "charities.csv.gz", "publicextract.charity_other_names.zip", "icnptso-active.csv.gz", "sports-clubs.csv",
            "community-amateur-sports-clubs.csv.gz", "food-banks.csv", "community-hubs.csv", "libraries.csv", "childrens-centres.csv", "leisure-centres.csv",
            "council-land-and-buildings.csv", "odbl/allotments.csv");
    }

    [Theory]
    [InlineData("charity-register", 736)]
    [InlineData("charity-other-names", 168_348)]
    [InlineData("charity-causes", 201_963)]
    [InlineData("sports-clubs", 140)]
    [InlineData("casc", 9_700)]
    [InlineData("food-banks", 7)]
    [InlineData("council-property", 608)]
    [InlineData("allotments", 35)]
    public async Task Every_row_is_accounted_for(string key, long rows)
    {
        var source = (await site.All<Trellis.Platform.Sources.Source>()).Single(one => one.Key == key);
        var import = (await site.All<Import>()).Single(one => one.SourceId == source.Id);
        Assert.Equal(rows, import.RowsIn);
        Assert.Equal(rows, import.New + import.Updated + import.Unchanged + import.Waiting + import.Refused);
    }

    [Fact]
    public async Task All_charities_are_there_and_listed() =>
        Assert.Equal(736, (await site.All<Organisation>()).Count(one => one is { Kind: OrganisationKind.Charity, IsListed: true }));

    [Fact]
    public async Task Other_names_are_kept_of_charities_that_are_here()
    {
        var names = await site.All<Name>();
        Assert.Equal(543, (await site.All<SourceRecord>()).Count(record => record.Said.Contains("\"kind\":\"Former\"", StringComparison.Ordinal) || record.Said.Contains("\"kind\":\"Working\"", StringComparison.Ordinal)));
        Assert.Contains(names, name => name.Kind == NameKind.Former);
        Assert.Contains(names, name => name.Kind == NameKind.Working);
    }

    [Fact]
    public async Task A_food_bank_is_offered_by_the_charity_whose_website_it_gives()
    {
        var organisations = (await site.All<Organisation>()).ToDictionary(one => one.Id, one => one.Name);
        var services = (await site.All<Service>()).Where(one => one.Kind == "Food bank").ToDictionary(one => one.Name);
        Assert.Equal("Stretford Foodbank", organisations[services["Food bank at Trafford Christian Life Centre"].OrganisationId!.Value]);
        Assert.Equal("Trafford South Foodbank", organisations[services["Food bank at St Francis Church"].OrganisationId!.Value]);
        Assert.All(services.Values, service => Assert.NotNull(service.WardCode));
    }

    [Fact]
    public async Task A_hub_says_what_it_is_and_when()
    {
        var hub = (await site.All<Service>()).Single(one => one.Name == "Urmston community hub");
        Assert.Equal("Monday to Friday, 9.30am-4pm", hub.OpeningTimes);
        Assert.Equal("Age UK Trafford", (await site.All<Organisation>()).Single(one => one.Id == hub.OrganisationId).Name);
    }

    [Fact]
    public async Task The_council_owns_its_property_and_is_not_in_the_directory()
    {
        var council = (await site.All<Organisation>()).Single(one => one.Name == "Trafford Council");
        Assert.Equal((OrganisationKind.PublicBody, false), (council.Kind, council.IsListed));
        var premises = await site.All<Premises>();
        Assert.Equal(608, premises.Count(one => one.OwnerId == council.Id));
        Assert.Equal(35, premises.Count(one => one is { OwnerId: null, Kind: "Allotment" }));
        Assert.Equal("Town hall", premises.Single(one => one.Name == "Altrincham Town Hall").Kind);
    }

    [Fact]
    public async Task Coordinates_the_wrong_way_round_are_put_right_with_a_note()
    {
        Assert.Contains(await site.All<Finding>(), finding => finding is { Row: 387, Severity: Severity.Note } && finding.Wrong.Contains("wrong way round", StringComparison.Ordinal));
        Assert.All((await site.All<Premises>()).Where(one => one.LatitudeMicro is not null), one => Assert.InRange(one.LatitudeMicro!.Value, 53_300_000, 53_600_000));
    }

    [Fact]
    public async Task A_club_address_that_can_be_a_home_is_never_shown()
    {
        var ids = (await site.All<Identifier>()).Where(one => one.Code.StartsWith("GB-CASC", StringComparison.Ordinal)).Select(one => one.OrganisationId).ToHashSet();
        Assert.Equal(20, (await site.All<Identifier>()).Count(one => one.Code.StartsWith("GB-CASC", StringComparison.Ordinal)));
        var shown = (await site.All<Organisation>()).Where(one => ids.Contains(one.Id)).ToList();
        Assert.DoesNotContain(shown, one => one.Address?.Contains("CRAVEN ROAD", StringComparison.OrdinalIgnoreCase) == true);
        var muzzle = shown.Single(one => one.Name == "Bury & District Muzzle Loaders");
        Assert.Equal((null, "WA14", null), (muzzle.Address, muzzle.Postcode, muzzle.Point));
        Assert.NotNull(muzzle.WardCode);
        var page = await site.Open("/groups/" + muzzle.Slug);
        Assert.DoesNotContain("5JE", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Craven", page.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_page_of_a_group_says_who_says_what_and_when()
    {
        var page = await site.Open("/groups/trafford-carers-centre");
        Assert.Equal("Trafford Carers Centre", page.Heading);
        Assert.Contains("Provision of information, advice and support to carers living in Trafford.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Registered charities that work in Trafford, April 2023", page.Text.Replace(" ,", ",", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Open Government Licence", page.Text, StringComparison.Ordinal);
        Assert.Contains("register-of-charities.charitycommission.gov.uk", page.Link("1102075"), StringComparison.Ordinal);
        Assert.Contains("company/04695523", page.Link("04695523"), StringComparison.Ordinal);
        var data = page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent;
        Assert.Equal("NGO", System.Text.Json.Nodes.JsonNode.Parse(data)!["@type"]!.GetValue<string>());
        Assert.Equal(1, page.Document.QuerySelectorAll("h1").Length);
    }

    [Fact]
    public async Task Former_names_stand_on_the_page()
    {
        var name = (await site.All<Name>()).First(one => one.Kind == NameKind.Former);
        var group = (await site.All<Organisation>()).Single(one => one.Id == name.OrganisationId);
        var page = await site.Open("/groups/" + group.Slug);
        Assert.Contains(name.Text, page.Text, StringComparison.Ordinal);
        Assert.Contains("Former name", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_group_offers_stands_on_its_page_with_its_list_among_the_sources()
    {
        var page = await site.Open("/groups/stretford-foodbank");
        Assert.EndsWith("/services/food-bank-at-trafford-christian-life-centre", page.Link("Food bank at Trafford Christian Life Centre"), StringComparison.Ordinal);
        Assert.Contains("Tues 11am - 2pm, Fri 11.30am -1.30pm", page.Text, StringComparison.Ordinal);
        Assert.Contains("Food banks and pantries in Trafford", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_there_as_data_with_its_sources()
    {
        var page = await site.Open("/groups/trafford-carers-centre.json");
        var data = System.Text.Json.Nodes.JsonNode.Parse(page.Body)!;
        Assert.Equal("Trafford Carers Centre", data["name"]!.GetValue<string>());
        Assert.Contains("GB-CHC-1102075", data["identifiers"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("attribution", data["sources"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/services/sale-leisure-centre", "Sale Leisure Centre", "Trafford Leisure CIC")]
    [InlineData("/premises/altrincham-town-hall", "Altrincham Town Hall", "Trafford Council")]
    public async Task A_service_and_a_building_have_pages(string address, string heading, string whose)
    {
        var page = await site.Open(address);
        Assert.Equal((200, heading), (page.Status, page.Heading));
        Assert.Equal("/groups/", new Uri(page.Link(whose)).AbsolutePath[..8]);
    }

    [Theory]
    [InlineData("/groups/nobody-at-all")]
    [InlineData("/groups/nobody-at-all.json")]
    [InlineData("/services/nothing")]
    [InlineData("/premises/nothing")]
    public async Task What_is_not_there_is_not_found(string address) => Assert.Equal(404, (await site.Open(address)).Status);
}
