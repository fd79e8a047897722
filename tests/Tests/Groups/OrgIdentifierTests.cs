using Trellis.Groups.Matching;

namespace Trellis.Tests.Groups;

public sealed class OrgIdentifierTests
{
    [Theory]
    [InlineData("GB-CHC-1102075", "GB-CHC-1102075")]
    [InlineData("gb-chc-0210843", "GB-CHC-210843")]
    [InlineData("GB-COH-738693", "GB-COH-00738693")]
    [InlineData("GB-COH-ip12345r", "GB-COH-IP12345R")]
    [InlineData("GB-CHC-not", null)]
    [InlineData("GB-CHC-9999999", null)]
    [InlineData("GB-CHC-210843", "GB-CHC-210843")]
    [InlineData("GB-COH-00000000", null)]
    [InlineData("360G-trafford-be_active", null)]
    [InlineData("D9", null)]
    public void Numbers_have_one_spelling(string written, string? normal) => Assert.Equal(normal, OrgIdentifier.Normal(written));

    [Fact]
    public void A_charity_linked_to_a_main_one_has_a_number_of_its_own() => Assert.Equal("GB-CHC-200047-4", OrgIdentifier.Charity("200047-4"));

    [Theory]
    [InlineData("NA")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_company_number_is_none(string? text) => Assert.Null(OrgIdentifier.Company(text));

    [Fact]
    public void A_number_leads_to_its_register()
    {
        var (register, number, url) = OrgIdentifier.Explain("GB-COH-04695523");
        Assert.Equal(("Companies House", "04695523"), (register, number));
        Assert.EndsWith("/company/04695523", url);
    }

    [Theory]
    [InlineData("http://www.Stretford.foodbank.org.uk/find", "stretford.foodbank.org.uk")]
    [InlineData("www.facebook.com/ourgroup", null)]
    [InlineData("nonsense", null)]
    [InlineData(null, null)]
    public void A_website_tells_bodies_apart_by_its_host(string? website, string? host) => Assert.Equal(host, Contacts.Host(website));

    [Fact]
    public void Telephone_numbers_are_equal_whatever_they_begin_with() => Assert.Equal(Contacts.Telephone("0161 848 2400"), Contacts.Telephone("+44 (0)161 848 2400"));
}
