using Trellis.Platform.Search;
using Trellis.Standards.Values;

namespace Trellis.Groups.Unmet;

/// <summary>What is kept of the words of a search: folded, so that one need is counted once; nothing where they may tell of a person.</summary>
internal static class KeptWords
{
    private const int LongestWords = 100;
    private const int MostDigits = 5;

    /// <summary>Null for what looks like a postcode, an e-mail address, a telephone or reference number, or is no words at all.</summary>
    public static string? Of(string typed)
    {
        if (typed.Length > LongestWords || typed.Contains('@', StringComparison.Ordinal) || typed.Count(char.IsDigit) > MostDigits || HasPostcode(typed))
        {
            return null;
        }

        var folded = FoldedWords.Of(typed);
        return folded.Length is > 0 and <= LongestWords ? folded : null;
    }

    /// <summary>Each word by itself and with the one after it: M337AB, M33 7AB, M33 7.</summary>
    private static bool HasPostcode(string typed)
    {
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Where((word, at) => IsPostcode(word, PostcodePart.Unit) || (at + 1 < words.Length && IsPostcode(word + " " + words[at + 1], PostcodePart.Sector))).Any();
    }

    /// <summary>A figure is needed: "choirs" is not CH0 1RS.</summary>
    private static bool IsPostcode(string word, PostcodePart least) => word.Any(char.IsDigit) && Read.PostcodeOrPart(word.Trim(',', ';', '.', '(', ')', '"', '\'')).Value is { } postcode && postcode.Part >= least;
}
