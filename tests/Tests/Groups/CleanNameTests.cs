using FsCheck;
using FsCheck.Fluent;
using Trellis.Groups.Matching;

namespace Trellis.Tests.Groups;

public sealed class CleanNameTests
{
    [Theory]
    [InlineData("The Counselling and Family Centre", "counselling and family centre")]
    [InlineData("TRAFFORD RAPE CRISIS LIMITED", "trafford rape crisis")]
    [InlineData("Gorse Hill Studios C.I.C.", "gorse hill studios")]
    [InlineData("St. Ann's Hospice", "st anns hospice")]
    [InlineData("Saint Ann’s Hospice", "st anns hospice")]
    [InlineData("Urmston & District Women's Institute", "urmston and district wi")]
    [InlineData("Broadheath Central Football Club", "broadheath central fc")]
    [InlineData("NAVIGATION PRIMARY SCHOOL P.T.A., ALTRINCHAM", "navigation primary school pta altrincham")]
    [InlineData("Trafford Metropolitan Borough Council", "trafford council")]
    [InlineData("Trafford MBC", "trafford council")]
    [InlineData("First Sale Scout Group", "1st sale scout group")]
    [InlineData("Café Société", "cafe societe")]
    [InlineData("Example (Community Interest Company) Ltd", "example")]
    [InlineData("The Limited", "the limited")]
    [InlineData("", "")]
    public void Spellings_of_one_name_become_equal(string name, string clean) => Assert.Equal(clean, CleanName.Of(name));

    [Theory]
    [InlineData("1st Sale Scout Group", "3rd Sale Scout Group")]
    [InlineData("Sale Choral Society", "Sale Civic Society")]
    public void What_tells_two_bodies_apart_stays(string one, string other) => Assert.NotEqual(CleanName.Key(one), CleanName.Key(other));

    [Fact]
    public void A_food_bank_is_a_foodbank() => Assert.Equal(CleanName.Key("Stretford Food Bank"), CleanName.Key("STRETFORD FOODBANK"));

    [Fact]
    public void A_name_that_holds_two_gives_both() => Assert.Equal(["Trafford MV", "Finny Bank"], CleanName.Names("Trafford MV (formerly Finny Bank)"));

    [Fact]
    public void Cleaning_a_clean_name_changes_nothing() => Prop.ForAll<string>(Wild.Names, name => CleanName.Of(CleanName.Of(name)) == CleanName.Of(name)).QuickCheckThrowOnFailure();

    [Fact]
    public void Case_and_accents_and_outer_spaces_do_not_matter() => Prop.ForAll<string>(
        Wild.Names, name => CleanName.Key(name.ToUpperInvariant()) == CleanName.Key(name.ToLowerInvariant()) && CleanName.Key($"  {name} ") == CleanName.Key(name)).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_but_the_legal_ending_is_lost_from_a_name_with_one() => Prop.ForAll<string>(
        Wild.Names, name => CleanName.Of(name).Length == 0 || CleanName.Key(name + " Ltd") == CleanName.Key(name) || CleanName.Of(name) == "the limited" || !CleanName.Of(name).Any(char.IsLetterOrDigit) || IsOnlyDropped(name)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_it_fail() => Prop.ForAll<string>(text => CleanName.Of(text ?? "") is not null && CleanName.Names(text ?? "") is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_a_sign_of_a_broken_file_does_no_harm() => Assert.Equal("sale club", CleanName.Of("Sale \ud83d Club"));

    // "Ltd" alone is kept as it is, since nothing would be left; two of them stay two.
    private static bool IsOnlyDropped(string name) => CleanName.Words(name).All(CleanNameWords.Dropped.Contains) || CleanName.Words(name + " x").SequenceEqual(["x"]);
}
