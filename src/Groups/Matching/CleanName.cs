using System.Globalization;
using System.Text;
using Trellis.Platform;

namespace Trellis.Groups.Matching;

/// <summary>A name reduced to what tells bodies apart, so that two spellings of one name become equal.</summary>
/// <remarks>
/// In this order: accents and case go; apostrophes go; "&amp;" and "+" are "and"; dots between single letters go (P.T.A.); every other sign parts words;
/// words are brought to one form (Saint and St, Assoc. and Association, First and 1st); "the" and legal endings go (Ltd, Limited, CIO, CIC, plc, LLP,
/// community interest company …); usual phrases become their letters (football club = FC, parent teacher association = PTA);
/// borough, metropolitan borough and MBC before "council" go. Numbers stay: the 1st and the 3rd scout group are two.
/// Where nothing would be left, the words stay as they are. Cleaning a clean name changes nothing.
/// </remarks>
internal static class CleanName
{
    /// <summary>The words that are left, with one space between them.</summary>
    public static string Of(string name) => string.Join(' ', Words(name));

    /// <summary>The same without the spaces, so that food bank and foodbank are equal: what exact comparison uses.</summary>
    public static string Key(string name) => string.Concat(Words(name));

    /// <summary>For comparison with more forgiveness: without small words and plurals, in alphabetical order.</summary>
    public static string Loose(IReadOnlyList<string> words)
    {
        var kept = new List<string>(words.Count);
        foreach (var word in words)
        {
            if (!CleanNameWords.Small.Contains(word))
            {
                kept.Add(Singular(word));
            }
        }

        kept.Sort(StringComparer.Ordinal);
        return string.Concat(kept.Count == 0 ? words : kept);
    }

    public static IReadOnlyList<string> Words(string name)
    {
        var raw = Split(Plain(name));
        var words = new List<string>(raw.Count);
        foreach (var word in raw)
        {
            var one = CleanNameWords.OneForm.GetValueOrDefault(word, word);
            if (!CleanNameWords.Dropped.Contains(one))
            {
                words.Add(one);
            }
        }

        while (CleanNameWords.Shorten(words))
        {
        }

        return words.Count > 0 ? words : raw;
    }

    /// <summary>"X trading as Y" and "X (formerly Y)" give both names; most names give only themselves.</summary>
    public static IReadOnlyList<string> Names(string name)
    {
        if (!name.AsSpan().ContainsAny(CleanNameWords.AnyBetweenNames))
        {
            return name.Length > 0 ? [name] : [];
        }

        foreach (var mark in CleanNameWords.BetweenNames)
        {
            var at = name.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
            {
                return [.. Names(Trim(name[..at])), .. Names(Trim(name[(at + mark.Length)..]))];
            }
        }

        return [name]; // it begins with the mark
    }

    /// <summary>The name without what stands in brackets at its end; null where nothing does.</summary>
    public static string? WithoutBrackets(string name)
    {
        var open = name.LastIndexOf('(');
        return open > 3 && name.TrimEnd().EndsWith(')') ? name[..open].TrimEnd() : null;
    }

    /// <summary>The name without the place behind its last comma, as in Friends of Victoria Park, Stretford; null where there is none.</summary>
    public static string? WithoutTail(string name)
    {
        var comma = name.LastIndexOf(',');
        return comma > 3 && name.Length - comma < 25 ? name[..comma].TrimEnd() : null;
    }

    private static string Trim(string part) => part.Trim(' ', '(', ')', ',', '-');

    public static string Singular(string word) =>
        word.Length > 4 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;

    private static List<string> Split(string plain)
    {
        var words = new List<string>(8);
        var word = new StringBuilder();
        for (var at = 0; at < plain.Length; at++)
        {
            var sign = plain[at];
            if (char.IsLetterOrDigit(sign))
            {
                word.Append(sign);
            }
            else if (sign is '\'' or '’' or '‘' or '`' or '´' || IsDotInLetters(plain, at))
            {
                // stays inside the word
            }
            else
            {
                End(words, word);
                if (sign is '&' or '+')
                {
                    words.Add("and");
                }
            }
        }

        End(words, word);
        return words;
    }

    private static void End(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>The dots of P.T.A. stand between letters that stand alone; the dot of St. does not.</summary>
    private static bool IsDotInLetters(string text, int at) =>
        text[at] == '.' && at > 0 && char.IsLetter(text[at - 1]) && (at == 1 || !char.IsLetterOrDigit(text[at - 2]))
        && at + 1 < text.Length && char.IsLetter(text[at + 1]) && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]));

    private static string Plain(string name)
    {
        if (Ascii.IsValid(name))
        {
            return name.ToLowerInvariant();
        }

        var plain = new StringBuilder(name.Length);
        foreach (var sign in FreeText.Whole(name).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark))
            {
                plain.Append(char.ToLowerInvariant(sign));
            }
        }

        return plain.ToString();
    }
}
