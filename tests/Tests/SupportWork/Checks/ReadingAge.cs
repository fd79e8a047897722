using System.Text.RegularExpressions;

namespace Trellis.Tests.SupportWork.Checks;

/// <summary>How old somebody is who reads a text with ease, by Flesch and Kincaid: the school grade from the length of sentences and words, and five years.</summary>
internal static partial class ReadingAge
{
    public static double Of(string text)
    {
        var sentences = SentenceEnd().Split(text).Count(one => one.Trim().Length > 0);
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        return (0.39 * words.Count / sentences) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59 + 5;
    }

    public static int Syllables(string word)
    {
        var letters = NotLetter().Replace(word.ToLowerInvariant(), "");
        return letters.Length <= 3 ? 1 : Math.Max(1, Vowels().Count(SilentEnd().Replace(letters, "")));
    }

    [GeneratedRegex(@"[.!?:;]+(\s|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("[A-Za-z][A-Za-z'’-]*")]
    private static partial Regex Word();

    [GeneratedRegex("[^a-z]")]
    private static partial Regex NotLetter();

    [GeneratedRegex("(?:[^laeiouy]es|ed|[^laeiouy]e)$")]
    private static partial Regex SilentEnd();

    [GeneratedRegex("[aeiouy]{1,2}")]
    private static partial Regex Vowels();
}
