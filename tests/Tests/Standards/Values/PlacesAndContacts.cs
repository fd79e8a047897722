using Trellis.Standards.Values;

namespace Trellis.Tests.Standards.Values;

public sealed class PlacesAndContacts
{
    [Theory]
    [InlineData("m337ab", "M33 7AB")]
    [InlineData("M33-7AB", "M33 7AB")]
    [InlineData("M33\u00A07AB", "M33 7AB")]
    [InlineData("sw1a1aa", "SW1A 1AA")]
    [InlineData("E16AN", "E1 6AN")]
    [InlineData("EC1A 1BB", "EC1A 1BB")]
    public void A_postcode_is_written_in_one_way(string text, string postcode)
    {
        Assert.Equal(postcode, Read.Postcode(text).Value.ToString());
        Assert.Null(Read.Postcode(text).Note);
    }

    [Theory]
    [InlineData("M3O 7AB", "M30 7AB")]
    [InlineData("0X1 2AB", "OX1 2AB")]
    [InlineData("S01 2AB", "SO1 2AB")]
    [InlineData("M1 IAE", "M1 1AE")]
    [InlineData("M33 OAB", "M33 0AB")]
    [InlineData("BTI 1AA", "BT1 1AA")]
    public void Letters_for_figures_are_mended_with_a_note(string text, string postcode)
    {
        Assert.Equal(postcode, Read.Postcode(text).Value.ToString());
        Assert.Contains(postcode, Read.Postcode(text).Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("XX1 1AA")]
    [InlineData("M33 7CV")]
    [InlineData("M33 7A")]
    [InlineData("M033 7AB")]
    [InlineData("M33 7AB extra")]
    [InlineData("33M 7AB")]
    [InlineData("£££")]
    public void What_is_no_postcode_is_a_fault(string text) => Assert.NotNull(Read.Postcode(text).Fault);

    [Theory]
    [InlineData("M", PostcodePart.Area, "M")]
    [InlineData("M33", PostcodePart.District, "M33")]
    [InlineData("sw1a", PostcodePart.District, "SW1A")]
    [InlineData("M33 7", PostcodePart.Sector, "M33 7")]
    [InlineData("M337", PostcodePart.Sector, "M33 7")]
    [InlineData("B1 1", PostcodePart.Sector, "B1 1")]
    [InlineData("B11", PostcodePart.District, "B11")]
    [InlineData("M33 7AB", PostcodePart.Unit, "M33 7AB")]
    public void The_first_part_of_a_postcode_says_how_much_is_known(string text, PostcodePart part, string value)
    {
        var postcode = Read.PostcodeOrPart(text).Value!.Value;
        Assert.Equal((part, value), (postcode.Part, postcode.Value));
        Assert.Equal(part >= PostcodePart.Sector ? value[..(value.IndexOf(' ') + 2)] : null, postcode.Sector);
        Assert.Equal(part == PostcodePart.Unit, Read.Postcode(text).Value is not null);
    }

    [Theory]
    [InlineData("www.x.org", "https://www.x.org")]
    [InlineData("http://a.b/c?d=1", "http://a.b/c?d=1")]
    [InlineData("HTTP://WWW.X.ORG/", "http://www.x.org")]
    [InlineData("http//www.x.org", "https://www.x.org")]
    [InlineData("www.x.org.", "https://www.x.org")]
    [InlineData("facebook.com/abc", "https://facebook.com/abc")]
    public void A_website_gets_what_it_lacks(string text, string address) => Assert.Equal(new TextReading(address), Read.Website(text));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@x.org")]
    [InlineData("https://x.org\u202E/moc")]
    [InlineData("not a site")]
    [InlineData("x@y.org")]
    [InlineData("1.2.3.4")]
    [InlineData("www,x.org")]
    public void What_is_no_website_is_a_fault(string text) => Assert.NotNull(Read.Website(text).Fault);

    [Theory]
    [InlineData("A@B.ORG", "A@b.org")]
    [InlineData("mailto:a@b.org", "a@b.org")]
    [InlineData("Ann <a@b.org>", "a@b.org")]
    public void An_email_address_is_found(string text, string address) => Assert.Equal(address, Read.Email(text).Value);

    [Theory]
    [InlineData("a@b")]
    [InlineData("a@b.org; c@d.org")]
    [InlineData("a b@c.org")]
    [InlineData("@b.org")]
    [InlineData(".a@b.org")]
    public void What_is_no_email_address_is_a_fault(string text) => Assert.NotNull(Read.Email(text).Fault);

    [Theory]
    [InlineData("01619122000", "0161 912 2000")]
    [InlineData("+44 (0)161 912 2000", "0161 912 2000")]
    [InlineData("0044 161 912 2000", "0161 912 2000")]
    [InlineData("07700900123", "07700 900123")]
    [InlineData("020 7946 0000", "020 7946 0000")]
    [InlineData("116123", "116 123")]
    [InlineData("0161 912 2000 ext. 12", "0161 912 2000 ext 12")]
    [InlineData("+1 212 555 0100", "+12125550100")]
    public void A_telephone_number_is_written_as_people_read_it(string text, string number) => Assert.Equal(number, Read.Telephone(text).Value);

    [Fact]
    public void A_nought_lost_by_a_spreadsheet_is_put_back_with_a_note()
    {
        Assert.Equal("0161 912 2000", Read.Telephone("1619122000").Value);
        Assert.NotNull(Read.Telephone("1619122000").Note);
        Assert.NotNull(Read.Telephone("call us").Fault);
        Assert.NotNull(Read.Telephone("12345").Fault);
    }

    [Theory]
    [InlineData("Y", true)]
    [InlineData("yes", true)]
    [InlineData("TRUE", true)]
    [InlineData("0", false)]
    [InlineData("No", false)]
    public void Yes_and_no_are_told_apart(string text, bool yes) => Assert.Equal(yes, Read.YesNo(text).Value);

    [Fact]
    public void Maybe_is_neither() => Assert.NotNull(Read.YesNo("maybe").Fault);

    [Fact]
    public void Coordinates_are_millionths_of_a_degree()
    {
        Assert.Equal(new Reading<Coordinates>(new Coordinates(53_424_123, -2_319_000)), Read.Coordinates("53.4241234", "-2.319"));
        Assert.Contains("wrong way round", Read.Coordinates("-2.319", "53.424").Note, StringComparison.Ordinal);
        Assert.Equal(53_424_000, Read.Coordinates("-2.319", "53.424").Value!.Value.Latitude);
        Assert.NotNull(Read.Coordinates("0", "0").Fault);
        Assert.NotNull(Read.Coordinates("53.4", "").Fault);
        Assert.NotNull(Read.Coordinates("91", "0").Fault);
        Assert.True(Read.Coordinates("NA", "NA").IsBlank);
    }

    [Fact]
    public void What_nobody_can_see_is_taken_out_of_words()
    {
        Assert.Equal(new TextReading("Café du Nord"), Text.Seen("  Cafe\u0301   du\tNord "));
        Assert.Equal("photo gnp.exe", Text.Seen("photo \u202Egnp.exe").Value);
        Assert.NotNull(Text.Seen("a\0b").Note);
        Assert.Equal("a\nb", Text.Seen("a  \r\n b").Value);
        Assert.True(Text.Seen("\u200B").IsBlank);
    }
}
