using System.Text;

namespace Trellis.Platform.Search;

/// <summary>Finds what somebody meant by a word that stands nowhere.</summary>
internal static class Nearest
{
    private const int ShortestForOne = 3;
    private const int ShortestForTwo = 7;
    private const int MostCandidates = 12;

    private sealed record Candidate(string Term, string Written, int Frequency)
    {
        public bool MakesPhrase { get; init; }

        public bool SameStart { get; init; }

        public int Together { get; init; }
    }

    /// <summary>The words to search for instead, or null where nothing is near enough. Words with digits are taken as meant.</summary>
    /// <param name="index">Where to look.</param>
    /// <param name="terms">The whole question.</param>
    /// <param name="at">The word that is not known.</param>
    /// <param name="others">What else must be met: of two words equally near, the one that goes with these is meant.</param>
    public static IReadOnlyList<QueryWord>? To(SearchIndex index, List<string> terms, int at, Group[] others)
    {
        var word = terms[at];
        if (word.Length < ShortestForOne || word.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        return Best(index, terms, at, others, Within(index, word, 1))
            ?? Parted(index, word)
            ?? (word.Length < ShortestForTwo ? null : Best(index, terms, at, others, Within(index, word, 2)));
    }

    private static List<Candidate> Within(SearchIndex index, string word, int errors)
    {
        var letters = Encoding.UTF8.GetBytes(word);
        var found = new Dictionary<string, Candidate>();
        var near = new List<(int Term, int Errors)>();
        foreach (var segment in index.Segments)
        {
            near.Clear();
            segment.Terms.Near(letters, errors, near);
            foreach (var (term, _) in near)
            {
                var text = segment.Terms.Text(term);
                found.TryAdd(text, new Candidate(text, segment.Terms.Written(term), Term.In(index, text).Frequency));
            }
        }

        foreach (var (text, (written, group)) in index.Phrases.SingleWords)
        {
            if (Edits.Between(letters, Encoding.UTF8.GetBytes(text), errors) <= errors && Term.In(index, Synonyms.Term(group)) is { Frequency: > 0 } concept)
            {
                found.TryAdd(text, new Candidate(text, written, concept.Frequency));
            }
        }

        return [.. found.Values.OrderByDescending(candidate => candidate.Term[0] == word[0]).ThenByDescending(candidate => candidate.Frequency).Take(MostCandidates)];
    }

    private static IReadOnlyList<QueryWord>? Best(SearchIndex index, List<string> terms, int at, Group[] others, List<Candidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return null;
        }

        var best = candidates
            .Select(candidate => candidate with
            {
                MakesPhrase = index.Phrases.IsInPhrase([.. terms[..at], candidate.Term, .. terms[(at + 1)..]], at),
                SameStart = candidate.Term[0] == terms[at][0],
                Together = others.Length == 0 ? candidate.Frequency : 0,
            })
            .ToList();
        if (others.Length > 0 && candidates.Count > 1)
        {
            CountTogether(index, others, best);
        }

        var chosen = best
            .OrderByDescending(candidate => candidate.MakesPhrase)
            .ThenByDescending(candidate => candidate.Together > 0)
            .ThenByDescending(candidate => candidate.SameStart)
            .ThenByDescending(candidate => candidate.Together)
            .ThenByDescending(candidate => candidate.Frequency)
            .ThenBy(candidate => candidate.Term, StringComparer.Ordinal)
            .First();
        return [new QueryWord(chosen.Written, chosen.Term)];
    }

    private static void CountTogether(SearchIndex index, Group[] others, List<Candidate> candidates)
    {
        for (var segment = 0; segment < index.Segments.Length; segment++)
        {
            using var hits = Matching.All(index, segment, others);
            for (var at = 0; at < candidates.Count; at++)
            {
                var number = index.Segments[segment].Find(candidates[at].Term);
                candidates[at] = candidates[at] with { Together = candidates[at].Together + hits.CountIn(index.Segments[segment].DocumentsWith(number)) };
            }
        }
    }

    /// <summary>Two known words written as one, as in playgroup.</summary>
    private static IReadOnlyList<QueryWord>? Parted(SearchIndex index, string word)
    {
        (int Frequency, QueryWord[] Words) best = (0, []);
        for (var at = 3; at <= word.Length - 3; at++)
        {
            var (first, second) = (Stemmed(word[..at]), Stemmed(word[at..]));
            var frequency = Math.Min(Term.In(index, first).Frequency, Term.In(index, second).Frequency);
            if (frequency > best.Frequency)
            {
                best = (frequency, [new QueryWord(word[..at], first), new QueryWord(word[at..], second)]);
            }
        }

        return best.Frequency > 0 ? best.Words : null;
    }

    private static string Stemmed(string word) => Stem.Of(word.ToCharArray()).ToString();
}
