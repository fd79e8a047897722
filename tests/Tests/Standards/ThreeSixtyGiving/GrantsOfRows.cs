using Trellis.Standards.Tables;
using Trellis.Standards.ThreeSixtyGiving;
using Trellis.Tests.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Standards.ThreeSixtyGiving;

/// <summary>What a grant says from the cells of its row is what its JSON says.</summary>
public sealed class GrantsOfRows
{
    [Fact]
    public void Every_real_grant_says_the_same_from_its_cells_and_from_its_JSON() => Same(File.ReadAllText(RealFiles.Demo("trafford-council-grants.csv")));

    [Theory]
    [InlineData("id,Beneficiary Location:2:Name,Beneficiary Location:0:Name\ng1,Sale,\ng2,Sale,Hale\ng3,,\n")]
    [InlineData("Identifier,id,Title,title\n,g1,,Two\ng2,other,One,Two\n")]
    [InlineData("id,Recipient Ind:Name,Recipient Org:0:Name,Recipient Org:0:Location:1:Name\ng1,A,,\ng2,,B,Sale\ng3,,,Hale\n")]
    [InlineData("id,Planned Dates,Planned Dates:Start Date\ng1,soon,2013-01-18\ng2,,01/2013\ng3,soon,\n")]
    [InlineData("id,Amount Awarded,Amount Applied For,Amount Disbursed,Award Date\ng1,\"£1,234.50\",+007,1.50,18/01/2013\ng2,lots,-3,,tomorrow\n")]
    [InlineData("id,Related Activity,Funding Org:Name,Funding Org:Charity Number,Grant Programme:Title\ng1,a; b,F,1089464,P\ng2,;,F,n/a,\n")]
    [InlineData("id,Title,id:deeper,Beneficiary Location,Beneficiary Location:Name\ng1,One,x,y,z\ng2,Two,,,z\n")]
    public void However_the_headings_stand(string csv) => Same(csv);

    private static void Same(string csv)
    {
        var (cells, json) = (Read(csv), Read(csv));
        Assert.NotEmpty(cells);
        Assert.All(json, grant => Assert.NotNull(grant.Content));
        Assert.Equal(json.Select(Said), cells.Select(Said));
    }

    private static List<Grant> Read(string csv)
    {
        var path = Path.Combine(Scratch.Folder(), "a.csv");
        File.WriteAllText(path, csv);
        try
        {
            using var file = TableFile.Open(path);
            return [.. GrantFile.Read(file)];
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    private static string Said(Grant grant) => string.Join(" | ", (object?[])
    [
        grant.Row, grant.Id, grant.Title, grant.Description, grant.Currency, grant.AmountAwarded, grant.AmountAppliedFor, grant.AmountDisbursed, grant.AwardDate,
        grant.PlannedStart, grant.PlannedEnd, grant.PlannedMonths, grant.IsToIndividual, grant.ProgrammeCode, grant.ProgrammeTitle, grant.Url, grant.DataSource,
        grant.FromOpenCall, grant.Modified, .. grant.BeneficiaryLocations.Select(Said), .. grant.Recipients.Select(Said), .. grant.Funders.Select(Said),
        .. grant.Faults,
    ]);

    private static string Said(GrantOrganisation body) => string.Join(
        ", ", [
            body.Id, body.Name, body.AlternateName, body.Department, body.CharityNumber, body.CompanyNumber, body.StreetAddress, body.Town, body.PostalCode,
            body.Description, body.Url, .. body.Locations.Select(Said),
        ]);

    private static string Said(GrantLocation spot) => $"{spot.Name} {spot.CountryCode} {spot.GeoCode} {spot.GeoCodeType} {spot.Coordinates}";
}
