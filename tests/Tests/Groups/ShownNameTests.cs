using FsCheck;
using FsCheck.Fluent;
using Trellis.Groups.Record;

namespace Trellis.Tests.Groups;

public sealed class ShownNameTests
{
    [Theory]
    [InlineData("DUKINFIELD BAPTIST CHURCH (TRUST FUNDS HELD ICW )", "Dukinfield Baptist Church (Trust Funds Held icw)")]
    [InlineData("THE MAYOR'S LAND CHARITY", "The Mayor's Land Charity")]
    [InlineData("17TH SALE SCOUT GROUP", "17th Sale Scout Group")]
    [InlineData("NAVIGATION PRIMARY SCHOOL P.T.A., ALTRINCHAM", "Navigation Primary School P.T.A., Altrincham")]
    [InlineData("AGE UK TRAFFORD", "Age UK Trafford")]
    [InlineData("W G S TRUST", "W G S Trust")]
    [InlineData("TLC: TALK, LISTEN, CHANGE", "TLC: Talk, Listen, Change")]
    [InlineData("FRIENDS OF ST TERESA'S", "Friends of St Teresa's")]
    [InlineData("JEWISH ACTION FOR MENTAL HEALTH CIO", "Jewish Action for Mental Health CIO")]
    [InlineData("O'NEILL AND MCDONALD TRUST", "O'Neill and McDonald Trust")]
    [InlineData("Kalgidhar Sikhi Parchar Society", "Kalgidhar Sikhi Parchar Society")]
    [InlineData("ROBES", "ROBES")]
    [InlineData("8TH FLIXTON (ST JOHNS) SCOUT GROUP", "8th Flixton (St Johns) Scout Group")]
    [InlineData("SALE-MOOR  COMMUNITY", "Sale-Moor Community")]
    public void A_shouted_name_is_put_into_title_case(string shouted, string shown) => Assert.Equal(shown, ShownName.From(shouted));

    [Fact]
    public void A_name_with_small_letters_keeps_its_own_case() =>
        Prop.ForAll<string>(Wild.Names, name => !name.Any(char.IsLower) || ShownName.From(name).Count(char.IsUpper) == name.Count(char.IsUpper)).QuickCheckThrowOnFailure();

    [Fact]
    public void Showing_a_shown_name_changes_nothing_and_no_letter_is_lost() => Prop.ForAll<string>(
        Wild.Names, name => ShownName.From(ShownName.From(name)) == ShownName.From(name) && Letters(ShownName.From(name)) == Letters(name)).QuickCheckThrowOnFailure();

    private static string Letters(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();
}
