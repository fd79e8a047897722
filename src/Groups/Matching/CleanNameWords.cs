using System.Buffers;
using System.Collections.Frozen;

namespace Trellis.Groups.Matching;

/// <summary>The word lists that <see cref="CleanName"/> works with.</summary>
internal static class CleanNameWords
{
    public static readonly string[] BetweenNames =
    [
        " t/a ", " t/as ", " trading as ", "(trading as ", " also known as ", "(also known as ", " aka ", "(aka ",
        " formerly known as ", "(formerly known as ", " formerly ", "(formerly ",
    ];

    public static readonly SearchValues<string> AnyBetweenNames = SearchValues.Create(BetweenNames, StringComparison.OrdinalIgnoreCase);

    public static readonly FrozenDictionary<string, string> OneForm = """
        saint st; saints sts; assoc association; assn association; asso association; ass association; soc society; grp group
        gp group; ctr centre; center centre; cntr centre; org organisation; organization organisation; utd united; dist district
        gtr greater; mcr manchester; manc manchester; svcs services; jnr junior; jr junior; sch school; comm community
        cmty community; fdn foundation; intl international; natl national; first 1st; second 2nd; third 3rd; fourth 4th; fifth 5th
        ltd limited
        """.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    public static readonly FrozenSet<string> Dropped = new[] { "the", "limited", "cio", "cic", "plc", "llp", "scio", "inc" }.ToFrozenSet();

    public static readonly FrozenSet<string> Small = new[] { "of", "and", "for", "in", "at", "a", "an", "on", "to", "with", "by" }.ToFrozenSet();

    /// <summary>Phrases and what stands for them; longer ones first.</summary>
    private static readonly (string[] Phrase, string[] Short)[] Phrases =
    [
        (["charitable", "incorporated", "organisation"], []),
        (["community", "interest", "company"], []),
        (["company", "by", "guarantee"], []),
        (["registered", "charity"], []),
        (["metropolitan", "borough", "council"], ["council"]),
        (["metropolitan", "district", "council"], ["council"]),
        (["borough", "council"], ["council"]),
        (["metropolitan", "borough"], ["council"]),
        (["mbc"], ["council"]),
        (["association", "football", "club"], ["afc"]),
        (["rugby", "football", "club"], ["rfc"]),
        (["rugby", "union", "football", "club"], ["rufc"]),
        (["football", "club"], ["fc"]),
        (["cricket", "club"], ["cc"]),
        (["rugby", "club"], ["rfc"]),
        (["parent", "teacher", "association"], ["pta"]),
        (["parents", "teachers", "association"], ["pta"]),
        (["parent", "teachers", "association"], ["pta"]),
        (["parents", "and", "teachers", "association"], ["pta"]),
        (["parent", "and", "teacher", "association"], ["pta"]),
        (["parent", "and", "teachers", "association"], ["pta"]),
        (["parochial", "church", "council"], ["pcc"]),
        (["womens", "institute"], ["wi"]),
        (["university", "of", "3rd", "age"], ["u3a"]),
        (["citizens", "advice", "bureau"], ["citizens", "advice"]),
    ];

    private static readonly FrozenSet<string> Beginnings = Phrases.Select(phrase => phrase.Phrase[0]).ToFrozenSet();

    /// <summary>Replaces the first phrase found; false where there is none.</summary>
    public static bool Shorten(List<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (!Beginnings.Contains(words[at]))
            {
                continue;
            }

            foreach (var (phrase, shorter) in Phrases)
            {
                if (StartsAt(words, at, phrase))
                {
                    words.RemoveRange(at, phrase.Length);
                    words.InsertRange(at, shorter);
                    return true;
                }
            }
        }

        return false;
    }

    private static bool StartsAt(List<string> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Count)
        {
            return false;
        }

        for (var word = 0; word < phrase.Length; word++)
        {
            if (!string.Equals(words[at + word], phrase[word], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
