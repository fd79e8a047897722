using Trellis.Groups.Contract;
using Trellis.Groups.Record;

namespace Trellis.Groups.Matching;

/// <summary>One name of an organisation, as matching holds it.</summary>
/// <param name="IsShortened">Found by the name without the brackets or place at its end.</param>
internal readonly record struct KnownName(int Organisation, NameKind Kind, string Text, bool IsShortened);

/// <summary>How like the names are, before anything else is looked at. The points are explained in docs/matching.md.</summary>
internal sealed record NameLike(int Points, MatchedBy By, string Reason)
{
    /// <summary>Only some of the words are the same: a school and its parents' association, the Brownies and the Guides of one hall.</summary>
    public bool IsPart { get; init; }

    private const int OnlyOneHere = 15;
    private const int OneWordAlone = 15;

    /// <param name="name">The name that is known.</param>
    /// <param name="isOnlyOne">No other organisation of the place has it.</param>
    /// <param name="words">How many words the clean name has: one alone tells little, four tell much.</param>
    public static NameLike Same(KnownName name, bool isOnlyOne, int words) => new(
        (name.Kind == NameKind.Current ? 70 : 67) + Rarity(isOnlyOne, words) - (name.IsShortened ? words >= 3 ? 5 : 12 : 0),
        Through(name),
        (name.IsShortened ? $"The same name but for its end, {name.Text}" : Called(name)) + Only(isOnlyOne));

    /// <summary>The name that was asked for has more in brackets.</summary>
    public static NameLike SameButBrackets(KnownName name, bool isOnlyOne, int words) =>
        Same(name, isOnlyOne, words) is var same ? same with { Points = same.Points - 5, Reason = same.Reason + " What stands in brackets was left aside." } : same;

    public static NameLike Loose(KnownName name, bool isOnlyOne, int words) => new(
        (name.Kind == NameKind.Current ? 60 : 57) + Rarity(isOnlyOne, words) + (words >= 4 ? 5 : 0),
        Through(name),
        $"Nearly the same name, {name.Text}: only small words, plurals or the order differ.");

    public static NameLike Partly(int overlap, string text) => new(overlap / 2, MatchedBy.Name, $"A like name, {text}.") { IsPart = true };

    private static int Rarity(bool isOnlyOne, int words) => (isOnlyOne ? OnlyOneHere : 0) - (words == 1 ? OneWordAlone : 0);

    private static MatchedBy Through(KnownName name) => name.Kind == NameKind.Current ? MatchedBy.Name : MatchedBy.OtherName;

    private static string Called(KnownName name) => name.Kind switch
    {
        NameKind.Current => "The same name",
        NameKind.Working => $"The same as its working name, {name.Text}",
        NameKind.Former => $"The same as its former name, {name.Text}",
        _ => $"The same as a name it has in another list, {name.Text}",
    };

    private static string Only(bool isOnlyOne) => isOnlyOne ? ", which no other here has." : ", which others here have too.";
}
