using Trellis.Standards.Registers;
using Trellis.Standards.Tables;
using Trellis.Tests.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Standards;

public sealed class RegisterFiles : IDisposable
{
    private readonly string folder = Scratch.Folder();

    [Fact]
    public void Traffords_charities_are_read_with_their_numbers()
    {
        using var file = TableFile.Open(RealFiles.Demo("charities.csv.gz"));
        Assert.Equal(Register.CharityCommission, RegisterFile.Recognise(file.Headings));
        var all = RegisterFile.Read(file).ToList();
        Assert.Equal(736, all.Count);
        Assert.All(all, b => Assert.Equal("GB-CHC", b.Body.Id!.Value.Scheme));
        var wildlife = all[1].Body;
        Assert.Equal(("GB-CHC-214927", "GB-COH-00738693", "SY14 8EF"), (wildlife.Id.ToString(), wildlife.Company.ToString(), wildlife.Postcode));
        Assert.Equal(new DateOnly(1963, 2, 20), wildlife.RegisteredOn);
        Assert.Equal("https://www.cheshirewildlifetrust.co.uk", wildlife.Website);
        Assert.Null(all[0].Body.Company);
        Assert.Null(all[0].Body.Activities);
        Assert.All(all.SelectMany(b => b.Body.Faults), f => Assert.Equal("charity_contact_web", f.Heading));
    }

    [Fact]
    public void Names_of_linked_charities_keep_their_number()
    {
        using var file = TableFile.Open(RealFiles.Demo("publicextract.charity_other_names.zip"));
        Assert.Null(RegisterFile.Recognise(file.Headings));
        var names = RegisterFile.ReadOtherNames(file).Select(n => n.Name).ToList();
        Assert.Equal("GB-CHC-200047-4", names[0].Id.ToString());
        Assert.Equal("THE PATHS FUND (REV ROBERT HANCOCK'S CHARITY)", names[0].Name);
        Assert.Equal((168_348, 72_780, 0), (names.Count, names.Count(n => n.IsFormer), names.Count(n => n.Id is null)));
    }

    [Fact]
    public void Sports_clubs_are_read()
    {
        using var file = TableFile.Open(RealFiles.Demo("community-amateur-sports-clubs.csv.gz"));
        var clubs = RegisterFile.Read(file).Select(b => b.Body).ToList();
        Assert.Equal(9_700, clubs.Count);
        Assert.Equal("GB-CASC-9abbf705", clubs[0].Id.ToString());
        Assert.Null(clubs[0].Postcode);
    }

    [Theory]
    [InlineData(
        "date_of_extract\torganisation_number\tregistered_charity_number\tlinked_charity_number\tcharity_name\tcharity_type\tcharity_registration_status\tdate_of_registration\tlatest_income\tcharity_contact_postcode\tcharity_contact_email\tcharity_contact_phone\n"
        + "2024-09-10\t22\t1089464\t0\tCARERS CENTRE\tCIO\tRegistered\t1999-01-02 00:00:00\t1234.0\tm337ab\ta@B.org\t1619122000\n",
        Register.CharityCommission, "GB-CHC-1089464")]
    [InlineData(
        "Charity Number,Charity Name,Registered Date,Charity Status,Postcode,Constitutional Form,Most recent year income,Website\nSC1089,CARERS CENTRE,02/01/1999 00:00,Active,M33 7AB,CIO,1234,www.x.org\n",
        Register.Scotland, "GB-SC-SC001089")]
    [InlineData(
        "Reg charity number,Sub charity number,Charity name,Date registered,Status,Total income,Company number\n100012,0,CARERS CENTRE,02/01/1999,Up-to-date,1234,NI012345\n", Register.NorthernIreland, "GB-NIC-100012")]
    [InlineData(
        "CompanyName, CompanyNumber,RegAddress.AddressLine1,RegAddress.PostTown,RegAddress.PostCode,CompanyCategory,CompanyStatus,IncorporationDate\nCARERS CENTRE,1089,1 High St,SALE,M33 7AB,Community Interest Company,Active,02/01/1999\n",
        Register.CompaniesHouse, "GB-COH-00001089")]
    public void Every_register_is_known_by_its_headings(string content, Register register, string identifier)
    {
        File.WriteAllText(Path.Combine(folder, "a.csv"), content);
        using var file = TableFile.Open(Path.Combine(folder, "a.csv"));
        Assert.Equal(register, RegisterFile.Recognise(file.Headings));
        var body = Assert.Single(RegisterFile.Read(file)).Body;
        Assert.Equal(identifier, body.Id.ToString());
        Assert.Equal("CARERS CENTRE", body.Name);
        Assert.Equal(new DateOnly(1999, 1, 2), body.RegisteredOn);
        Assert.True(body.Postcode is null or "M33 7AB");
        Assert.True(body.IncomePence is null or 123_400);
        Assert.Empty(body.Faults);
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_is_there()
    {
        File.WriteAllText(Path.Combine(folder, "a.csv"), "registered_charity_number,charity_name,date_of_registration,latest_income,charity_contact_email\n12,A,31/02/1999,1.2k,nobody\n");
        using var file = TableFile.Open(Path.Combine(folder, "a.csv"));
        var body = Assert.Single(RegisterFile.Read(file)).Body;
        Assert.Equal("A", body.Name);
        Assert.Null(body.Id);
        Assert.Equal(["registered_charity_number", "date_of_registration", "charity_contact_email", "latest_income"], body.Faults.Select(f => f.Heading));
    }

    [Fact]
    public void A_file_of_no_register_is_refused()
    {
        File.WriteAllText(Path.Combine(folder, "a.csv"), "Name,Amount\nA,1\n");
        using var file = TableFile.Open(Path.Combine(folder, "a.csv"));
        Assert.Contains("has not the columns", Assert.Throws<UnreadableFileException>(() => RegisterFile.Read(file)).Message, StringComparison.Ordinal);
        Assert.Throws<UnreadableFileException>(() => RegisterFile.ReadOtherNames(file));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
