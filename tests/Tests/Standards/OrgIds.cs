using Trellis.Standards.Organisations;

namespace Trellis.Tests.Standards;

public sealed class OrgIds
{
    [Theory]
    [InlineData("GB-CHC-1089464", "GB-CHC-1089464")]
    [InlineData("gb-chc-1089464", "GB-CHC-1089464")]
    [InlineData("GB-CHC-200047-4", "GB-CHC-200047-4")]
    [InlineData("GB-CHC-SC002327", "GB-SC-SC002327")]
    [InlineData("GB-SC-SC2327", "GB-SC-SC002327")]
    [InlineData("GB-NIC-100002", "GB-NIC-100002")]
    [InlineData("GB-COH-738693", "GB-COH-00738693")]
    [InlineData("GB-COH-CE008706", "GB-COH-CE008706")]
    [InlineData("GB-COH-IP28755R", "GB-COH-IP28755R")]
    [InlineData("GB-COH-RC000766", "GB-COH-RC000766")]
    [InlineData("GB-CASC-9abbf705", "GB-CASC-9abbf705")]
    [InlineData("GB-LAE-TRF", "GB-LAE-TRF")]
    [InlineData("US-EIN-12-3456", "US-EIN-12-3456")]
    public void An_identifier_is_written_as_its_list_writes_it(string text, string identifier) => Assert.Equal(identifier, OrgId.Parse(text).Value!.Value.Value);

    [Theory]
    [InlineData("360G-trafford-x", "known only to the publisher")]
    [InlineData("D9", "does not begin with the code")]
    [InlineData("XX-1", "does not begin with the code")]
    [InlineData("GB-COH-", "does not begin with the code")]
    [InlineData("GB-CHC-12", "not a number of")]
    [InlineData("GB-LAE-trafford", "not a number of")]
    public void What_nobody_can_look_up_is_a_fault(string text, string reason) => Assert.Contains(reason, OrgId.Parse(text).Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("1089464", "GB-CHC-1089464")]
    [InlineData("0200047", "GB-CHC-200047")]
    [InlineData("1089464-1", "GB-CHC-1089464-1")]
    [InlineData("1089464-0", "GB-CHC-1089464")]
    [InlineData("SC 002327", "GB-SC-SC002327")]
    [InlineData("SCO02327", "GB-SC-SC002327")]
    [InlineData("NIC100012", "GB-NIC-100012")]
    public void A_charity_number_tells_its_register(string text, string identifier) => Assert.Equal(identifier, OrgId.FromCharityNumber(text).Value.ToString());

    [Theory]
    [InlineData("12")]
    [InlineData("9089464")]
    [InlineData("100012345")]
    [InlineData("10894x4")]
    public void What_is_no_charity_number_is_a_fault(string text) => Assert.NotNull(OrgId.FromCharityNumber(text).Fault);

    [Fact]
    public void Noughts_that_a_spreadsheet_lost_are_put_back_with_a_note()
    {
        Assert.Equal("GB-COH-00738693", OrgId.FromCompanyNumber("738693").Value.ToString());
        Assert.NotNull(OrgId.FromCompanyNumber("738693").Note);
        Assert.Null(OrgId.FromCompanyNumber("00738693").Note);
        Assert.NotNull(OrgId.FromCompanyNumber("ZZ123456").Fault);
        Assert.True(OrgId.FromCompanyNumber("NA").IsBlank);
    }

    [Fact]
    public void The_usual_registers_have_a_page_for_each()
    {
        Assert.EndsWith("regId=200047&subId=4", OrgId.Parse("GB-CHC-200047-4").Value!.Value.Page, StringComparison.Ordinal);
        Assert.EndsWith("/00738693", OrgId.Parse("GB-COH-738693").Value!.Value.Page, StringComparison.Ordinal);
        Assert.Null(OrgId.Parse("GB-LAE-TRF").Value!.Value.Page);
    }

    [Fact]
    public void The_codes_of_org_id_guide_are_known()
    {
        Assert.True(Scheme.IsKnown("GB-CHC"));
        Assert.True(Scheme.IsKnown("xi-lei"));
        Assert.False(Scheme.IsKnown("GB-NONE"));
        Assert.Equal("Companies House", Scheme.Title("GB-COH"));
        Assert.Null(Scheme.Of("hello"));
    }
}
