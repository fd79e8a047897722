using FsCheck;
using FsCheck.Fluent;

namespace Trellis.Tests.Groups;

/// <summary>Names as files have them: words of the field in any order and case, with signs between.</summary>
internal static class Wild
{
    private static readonly string[] Words =
    [
        "Sale", "TRAFFORD", "the", "Saint", "St.", "Ann's", "Community", "Interest", "Company", "Ltd", "Limited", "C.I.C.", "CIO", "Football", "Club", "FC", "1st", "First",
        "Scout", "Group", "&", "and", "of", "Parent", "Teacher", "Association", "Assoc.", "P.T.A.", "(Manchester)", "Metropolitan", "Borough", "Council", "MBC", "Café", "Société",
        "O'Brien", "Mc Donald", "-", "/", "foodbank", "food", "bank", "Women’s", "Institute", "U3A", "University", "Third", "Age", "registered", "charity", "by", "guarantee", "x",
    ];

    private static readonly Gen<string> Word = Gen.Elements(Words);

    public static readonly Arbitrary<string> Names = Gen.ListOf(Word).Select(words => string.Join(' ', words.Take(9))).ToArbitrary();
}
