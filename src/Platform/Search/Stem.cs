using System.Buffers;

namespace Trellis.Platform.Search;

/// <summary>Takes plural and -ing endings off English words, so that "dancing", "dances" and "dance" meet; anything it is not sure of it leaves alone.</summary>
internal static class Stem
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The beginning of the word that stands for all its forms. Words with digits or other scripts stay whole.</summary>
    /// <param name="word">A folded word; its last letter may be changed in place.</param>
    public static Span<char> Of(Span<char> word)
    {
        if (word.Length < 4 || word is "news" or "series" or "species" || word.ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        return WithoutE(WithoutIng(WithoutPlural(word)));
    }

    private static Span<char> WithoutPlural(Span<char> word)
    {
        if (word[^1] != 's' || word[^2] is 's' or 'u' or 'i')
        {
            return word;
        }

        if (word.EndsWith("ies") && word.Length > 4)
        {
            word[^3] = 'y';
            return word[..^2];
        }

        var es = word.Length > 4 && (word.EndsWith("sses") || word.EndsWith("ches") || word.EndsWith("shes") || word.EndsWith("xes") || word.EndsWith("zes"));
        return word[..^(es ? 2 : 1)];
    }

    private static Span<char> WithoutIng(Span<char> word)
    {
        if (!word.EndsWith("ing") || word.Length < 7 || !word[..^3].ContainsAny(Vowels))
        {
            return word;
        }

        var rest = word[..^3];
        var doubled = rest[^1] == rest[^2] && rest[^1] is not ('l' or 's' or 'z' or 'e' or 'o');
        return doubled ? rest[..^1] : rest;
    }

    private static Span<char> WithoutE(Span<char> word) => word.Length > 4 && word[^1] == 'e' && word[^2] != 'e' ? word[..^1] : word;
}
