using Trellis.Groups.Contract;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;

namespace Trellis.Tests.Groups;

public sealed class KnownTests
{
    private readonly Known known = new();
    private readonly Guid carers;

    public KnownTests()
    {
        carers = Add("Trafford Carers Centre", "M33 7XX", "GB-CHC-1102075", other: "Trafford Crossroads");
        Add("St John's Church", "M33 2RP");
        Add("St John's Church", "WA14 2SZ");
        Add("1st Sale Scout Group", "M33 1AA");
        Add("Unity", "M16 7GX");
        Add("Stretford Foodbank", "M32 9PT", website: "http://www.stretford.foodbank.org.uk");
    }

    [Fact]
    public void A_number_is_enough() => Assert.Equal(MatchedBy.Identifier, Find("Something else", ["GB-CHC-1102075"])!.By);

    [Fact]
    public void A_name_that_only_one_has_is_enough()
    {
        var match = Find("TRAFFORD CARERS' CENTRE LTD")!;
        Assert.Equal((carers, MatchedBy.Name), (match.OrganisationId, match.By));
        Assert.Contains("which no other here has", match.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void So_is_another_of_its_names() => Assert.Equal(MatchedBy.OtherName, Find("The Trafford Crossroads")!.By);

    [Fact]
    public void A_name_that_two_have_needs_more()
    {
        Assert.Null(Find("St John's Church"));
        Assert.NotNull(Find("Saint Johns Church", postcode: "WA14 2SZ"));
    }

    [Fact]
    public void The_same_name_far_away_is_another_until_somebody_decides()
    {
        Assert.Null(Find("Trafford Carers Centre", postcode: "BN1 1AA"));
        Assert.InRange(known.Best(new("Trafford Carers Centre", [], "BN1 1AA"))!.Score, Lines.Low, Lines.High - 1);
    }

    [Fact]
    public void Another_scout_group_is_another() => Assert.Null(known.Best(new("3rd Sale Scout Group", [], "M33 1AA")));

    [Fact]
    public void One_common_word_is_not_enough()
    {
        Assert.Null(Find("Unity Ltd"));
        Assert.NotNull(Find("Unity", postcode: "M16 7GX"));
    }

    [Fact]
    public void Two_different_charity_numbers_are_never_joined_by_themselves()
    {
        var best = known.Best(new("Trafford Carers Centre", ["GB-CHC-1199999"], "M33 7XX"))!;
        Assert.InRange(best.Score, Lines.Low, Lines.High - 1);
        Assert.Contains("two different charity numbers", best.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sale Grammar School", "Sale Grammar School PTA")]
    [InlineData("3rd Sale Brownies", "3rd Sale Guides")]
    public void Neighbours_with_a_like_name_are_two_until_somebody_decides(string name, string other)
    {
        var here = Guid.CreateVersion7();
        known.Add(new(here, name, "M33 3LR", "neighbours.example", "619732713", false));
        known.AddName(here, name, NameKind.Current);
        var best = known.Best(new(other, [], "M33 3LR", "https://neighbours.example", "0161 973 2713", "office@neighbours.example"))!;
        Assert.Equal(here, best.OrganisationId);
        Assert.InRange(best.Score, Lines.Low, Lines.High - 1);
    }

    [Fact]
    public void A_website_and_an_address_of_its_domain_are_one_sign()
    {
        var (here, there) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        known.Add(new(here, "Quoits Club", "M33 3LR", "quoits.example", null, false));
        known.AddName(here, "Quoits Club", NameKind.Current);
        known.Add(new(there, "Quoits Club", "M33 4LR", null, null, false));
        known.AddName(there, "Quoits Club", NameKind.Current);
        int Score(string? website, string? email) => known.Best(new("Quoits Club", [], "BN1 1AA", website, null, email))!.Score;
        Assert.Equal(Score("https://quoits.example", null), Score("https://quoits.example", "us@quoits.example"));
        Assert.True(Score(null, "us@quoits.example") >= Lines.Low);
    }

    [Fact]
    public void A_website_finds_whose_it_is()
    {
        Assert.NotNull(known.OnlyOneAt("http://stretford.foodbank.org.uk/locations", null));
        Assert.Equal(carers, known.OnlyOneAt("https://trafford-carers-centre.org.uk", null));
        Assert.Null(known.OnlyOneAt("https://facebook.com/trafford", null));
    }

    [Fact]
    public void Nobody_is_found_in_an_empty_place() => Assert.Null(new Known().Find("Anybody", [], "M33 1AA"));

    private Match? Find(string name, string[]? numbers = null, string? postcode = null) => known.Find(name, numbers ?? [], postcode);

    private Guid Add(string name, string postcode, string? number = null, string? other = null, string? website = null)
    {
        var id = Guid.CreateVersion7();
        known.Add(new(id, name, postcode, Contacts.Host(website), null, false));
        known.AddName(id, name, NameKind.Current);
        if (other is not null)
        {
            known.AddName(id, other, NameKind.Working);
        }

        if (number is not null)
        {
            known.AddIdentifier(id, number);
        }

        return id;
    }
}
