using System.Text.Json.Nodes;
using Trellis.Standards.ThreeSixtyGiving;

namespace Trellis.Tests.Standards.ThreeSixtyGiving;

/// <summary>The checks of grants against what the official data quality library (May 2026) finds.</summary>
public sealed class Checks
{
    private static readonly DateOnly Today = new(2026, 5, 15);

    [Theory]
    [InlineData("trafford-council-grants.json.gz")]
    [InlineData("trafford-council-grants.csv")]
    public void The_counts_on_Traffords_grants_are_those_of_the_official_library(string name)
    {
        var checks = new GrantChecks(Today);
        Grants.All(name).ForEach(checks.Add);
        Assert.Equal(
            [("RecipientOrg360GPrefix", 289L), ("NoRecipientOrgCompanyCharityNumber", 289), ("IncompleteRecipientOrg", 544), ("TitleDescriptionSame", 6), ("BeneficiaryButNotRecipientGeoData", 544)],
            checks.Results.Select(r => (r.Check, r.Count)));
        Assert.Equal(0.5207, checks.Results[0].Share);
        Assert.Empty(checks.SchemaFaults);
        Assert.Equal((555, 0), (checks.Grants, checks.DuplicateIds));
    }

    [Theory]
    [InlineData("{\"amountAwarded\":0}", "ZeroAmountTest")]
    [InlineData("{\"fundingOrganization\":[{\"id\":\"D9\"}]}", "FundingOrgUnrecognisedPrefix")]
    [InlineData("{\"recipientOrganization\":[{\"id\":\"E5104X\"}]}", "RecipientOrgUnrecognisedPrefix")]
    [InlineData("{\"recipientOrganization\":[{\"charityNumber\":\" 1153055 \"}]}", "RecipientOrgCharityNumber")]
    [InlineData("{\"recipientOrganization\":[{\"companyNumber\":\"IP28755RX\"}]}", "RecipientOrgCompanyNumber")]
    [InlineData("{\"recipientOrganization\":[{\"id\":\"GB-COH-123\"}]}", "OrganizationIdLooksInvalid")]
    [InlineData("{\"description\":\"write to a.b@c.org\"}", "LooksLikeEmail")]
    [InlineData("{\"awardDate\":\"2023-02-30\"}", "ImpossibleDates")]
    [InlineData("{\"plannedDates\":[{\"startDate\":\"2024-01-01\",\"endDate\":\"2023-01-01\"}]}", "PlannedStartDateBeforeEndDate")]
    [InlineData("{\"actualDates\":[{\"startDate\":\"2024-01-01\",\"endDate\":\"2023-01-01\"}]}", "ActualStartDateBeforeEndDate")]
    [InlineData("{\"plannedDates\":[{\"endDate\":\"2039-01-01\"}]}", "FarFuturePlannedDates")]
    [InlineData("{\"actualDates\":[{\"endDate\":\"2032-01-01\"}]}", "FarFutureActualDates")]
    [InlineData("{\"awardDate\":\"2001-05-14\"}", "FarPastDates")]
    [InlineData("{\"awardDate\":\"2026-05-16\"}", "PostDatedAwardDates")]
    [InlineData("{\"fundingOrganization\":[{\"id\":\"360g-x\"}]}", "FundingOrg360GPrefix")]
    [InlineData("{\"title\":\"01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789x\"}", "TitleLength")]
    [InlineData("{\"beneficiaryLocation\":[{\"name\":\"Sale\"}]}", "BeneficiaryLocationNameButNoCode")]
    public void Each_check_finds_its_fault_and_only_where_it_is(string json, string check)
    {
        Assert.Contains(Found(json), r => r.Check == check && r.Count == 1);
        Assert.DoesNotContain(Found("{\"id\":\"a\"}"), r => r.Check == check);
        Assert.DoesNotContain(Found(Sound), r => r.Check == check);
    }

    [Fact]
    public void A_grant_that_is_whole_passes_all_checks_and_the_schema()
    {
        Assert.Empty(Found(Sound));
        Assert.Empty(Schema(Sound));
    }

    [Theory]
    [InlineData("fromOpenCall", "\"yes\"", "enum")]
    [InlineData("url", "\"www.x.org\"", "uri")]
    [InlineData("url", "\"http://www:x.org\"", "uri")]
    [InlineData("dateModified", "\"2015-06-11\"", "date-time")]
    [InlineData("awardDate", "\"2015-06\"", "date")]
    [InlineData("amountAwarded", "\"5\"", "number")]
    [InlineData("title", "5", "string")]
    [InlineData("currency", "\"Pounds\"", "enum")]
    [InlineData("recipientOrganization", "[{\"name\":\"x\"}]", "required")]
    [InlineData("plannedDates", "{}", "array")]
    [InlineData("recipientIndividual", "{\"id\":\"a\",\"name\":\"b\"}", "oneOf")]
    public void The_schema_is_kept(string member, string value, string kind)
    {
        var grant = JsonNode.Parse(Sound)!.AsObject();
        grant[member] = JsonNode.Parse(value);
        Assert.Contains(kind, Schema(grant.ToJsonString()).Select(f => f.Kind));
    }

    [Fact]
    public void The_same_identifier_twice_and_two_funders_are_counted()
    {
        var checks = new GrantChecks(Today);
        checks.Add(new Grant(JsonNode.Parse(Sound)!.AsObject()));
        checks.Add(new Grant(JsonNode.Parse(Sound.Replace("GB-LAE-TRF", "GB-LAE-MAN", StringComparison.Ordinal))!.AsObject()));
        Assert.Equal(1, checks.DuplicateIds);
        Assert.Contains(checks.Results, r => r.Check == "MoreThanOneFundingOrg" && r.Sentence.StartsWith("2 ", StringComparison.Ordinal));
    }

    private const string Sound = """
        {"id":"360G-a-1","title":"T","description":"D","currency":"GBP","amountAwarded":5,"awardDate":"2025-01-01","fromOpenCall":"Yes","dataSource":"https://x.org","dateModified":"2025-01-01T00:00:00Z",
        "plannedDates":[{"startDate":"2025-02","endDate":"2026-02-01"}],"grantProgramme":[{"title":"P"}],"beneficiaryLocation":[{"name":"Sale","geoCode":"E1","geoCodeType":"WD"}],
        "recipientOrganization":[{"id":"GB-CHC-1089464","name":"R","charityNumber":"1089464","postalCode":"M33 7AB"}],"fundingOrganization":[{"id":"GB-LAE-TRF","name":"F"}]}
        """;

    private static IReadOnlyList<GrantCheckResult> Found(string json) => Checked(json).Results;

    private static IReadOnlyList<GrantSchemaFault> Schema(string json) => Checked(json).SchemaFaults;

    private static GrantChecks Checked(string json)
    {
        var checks = new GrantChecks(Today);
        checks.Add(new Grant(JsonNode.Parse(json)!.AsObject()));
        return checks;
    }
}
