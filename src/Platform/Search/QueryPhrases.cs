namespace Trellis.Platform.Search;

/// <summary>The synonyms as a question meets them: which phrases it holds, and which words occur in phrases only.</summary>
internal sealed class QueryPhrases
{
    private readonly Phrases<string> phrases = new();
    private readonly Dictionary<string, (string Written, int Group)> words = [];

    public QueryPhrases(SearchIndex index)
    {
        foreach (var (group, phrase) in index.Shape.Synonyms.Phrases)
        {
            var read = Query.Read(phrase, index.Shape.StopWords);
            phrases.Add(read.Select(word => word.Term), group);
            if (read is [var only])
            {
                words.TryAdd(only.Term, (only.Typed, group));
            }
        }
    }

    /// <summary>Phrases of one word, which may stand in no document and still be asked for.</summary>
    public IReadOnlyDictionary<string, (string Written, int Group)> SingleWords => words;

    /// <summary>The longest phrase that begins at this word.</summary>
    public (int Length, int Group)? LongestAt(List<string> terms, int at)
    {
        foreach (var found in phrases.At(terms, at))
        {
            return found;
        }

        return null;
    }

    /// <summary>Whether the word at this place is part of a phrase of several words.</summary>
    public bool IsInPhrase(List<string> terms, int at)
    {
        for (var from = Math.Max(0, at - 4); from <= at; from++)
        {
            if (phrases.At(terms, from).Any(found => found.Length > 1 && from + found.Length > at))
            {
                return true;
            }
        }

        return false;
    }
}
