namespace Trellis.Groups.Matching;

/// <summary>The telling words of a name as numbers, to compare it quickly with many others.</summary>
internal static class WordOverlap
{
    private const uint Digit = 1;

    /// <summary>A number for each different word without small words and plurals; odd where the word begins with a digit.</summary>
    public static uint[] Signature(IReadOnlyList<string> words) =>
        [.. words.Where(word => !CleanNameWords.Small.Contains(word)).Select(Number).Distinct().Order()];

    /// <summary>The share of the words that both have, from 0 to 100; two names with different numbers in them share nothing.</summary>
    public static int Of(uint[] one, uint[] other)
    {
        var shared = 0;
        foreach (var word in one)
        {
            var both = Array.BinarySearch(other, word) >= 0;
            if (!both && (word & Digit) != 0)
            {
                return 0;
            }

            shared += both ? 1 : 0;
        }

        var numbers = one.Count(word => (word & Digit) != 0);
        return shared == 0 || other.Count(word => (word & Digit) != 0) != numbers ? 0 : 100 * shared / (one.Length + other.Length - shared);
    }

    private static uint Number(string word)
    {
        var print = (uint)Fingerprint.Of(CleanName.Singular(word)) & ~Digit;
        return char.IsAsciiDigit(word[0]) ? print | Digit : print;
    }
}
