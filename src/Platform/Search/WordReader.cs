using System.Globalization;
using System.Text;

namespace Trellis.Platform.Search;

/// <summary>Reads a text word by word, folded: without case, accents and apostrophes, "&amp;" as and, Saint as st, initials joined (Y.M.C.A. as ymca).</summary>
internal ref struct WordReader
{
    /// <summary>Longer words are cut: nothing anyone looks for is longer.</summary>
    public const int LongestWord = 40;

    private readonly ReadOnlySpan<char> text;
    private readonly Span<char> word;
    private int at;

    /// <param name="text">Any text at all.</param>
    /// <param name="word">Room for one word: <see cref="LongestWord"/> + 1 characters.</param>
    public WordReader(string text, Span<char> word)
    {
        this.text = Decompose(text);
        this.word = word;
        at = 0;
    }

    /// <summary>Where the latest word began and ended in the decomposed text.</summary>
    public int Start { get; private set; }

    public readonly int End => at;

    /// <summary>The next word, good until the one after it; empty at the end.</summary>
    public ReadOnlySpan<char> Next()
    {
        var length = 0;
        while (at < text.Length)
        {
            var letter = text[at];
            if (Folding.IsSilent(letter) || (length > 0 && JoinsInitials(length)))
            {
                at++;
                continue;
            }

            var folded = Folding.Fold(letter);
            if (folded == '\0')
            {
                if (length > 0)
                {
                    break;
                }

                at++;
                if (letter == '&')
                {
                    Start = at - 1;
                    return "and";
                }

                continue;
            }

            Start = length == 0 ? at : Start;
            length = Put(folded, length);
            at++;
        }

        var found = word[..length];
        return found is "saint" ? "st" : found;
    }

    /// <summary>A full stop after a single letter and before another single letter, as in Y.M.C.A.</summary>
    private readonly bool JoinsInitials(int length) =>
        text[at] == '.' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1])
        && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]))
        && (length == 1 || (at >= 2 && text[at - 2] == '.')); // æ alone is written as two

    private readonly int Put(char folded, int length)
    {
        if (length >= LongestWord)
        {
            return length;
        }

        var second = Folding.Second(folded);
        if (second == '\0')
        {
            word[length] = folded;
            return length + 1;
        }

        word[length] = Folding.First(folded);
        word[length + 1] = second;
        return length + 2;
    }

    /// <summary>Letters apart from their accents; the same text where there are none.</summary>
    public static string Decompose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException) // half a surrogate pair: read it as it stands
        {
            return text;
        }
    }
}

/// <summary>What becomes of one character.</summary>
internal static class Folding
{
    /// <summary>Characters that do not part words: apostrophes and loose accents.</summary>
    public static bool IsSilent(char letter) => letter switch
    {
        '\'' or '\u2019' or '\u2018' or '\u02BC' or '`' or '\u00B4' => true,
        < '\u0300' => false,
        _ => char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format,
    };

    /// <summary>The letter or digit in lower case; nought for whatever parts words.</summary>
    public static char Fold(char letter) => letter switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => letter,
        >= 'A' and <= 'Z' => (char)(letter | 0x20),
        < '\u0080' => '\0',
        'Ø' or 'ø' => 'o',
        'Ł' or 'ł' => 'l',
        'Đ' or 'đ' or 'ð' or 'Ð' => 'd',
        _ => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '\0',
    };

    /// <summary>The second letter of those that are written as two.</summary>
    public static char Second(char folded) => folded switch
    {
        'ß' => 's',
        'æ' or 'œ' => 'e',
        'þ' => 'h',
        _ => '\0',
    };

    public static char First(char folded) => folded switch
    {
        'ß' => 's',
        'æ' => 'a',
        'œ' => 'o',
        _ => 't',
    };
}
