using System.Text;

namespace Trellis.Platform.Search;

/// <summary>Turns the words of a question into groups to be met: mends typing errors, knows synonyms, lets the last word be unfinished.</summary>
internal sealed class Wording
{
    private const int ShortestBeginning = 2;
    private static readonly HashSet<string> NoStopWords = [];
    private readonly SearchIndex index;
    private readonly bool typing;
    private readonly List<QueryWord> words;
    private readonly List<string> terms;

    public Wording(SearchIndex index, Question question)
    {
        this.index = index;
        typing = question.Typing && question.Words.Length > 0 && char.IsLetterOrDigit(question.Words[^1]);
        words = Query.Read(question.Words, index.Shape.StopWords);
        if (words.Count == 0 && typing && Query.Read(question.Words, NoStopWords) is [.., var begun] && BeginsSome(begun.Typed))
        {
            words.Add(begun); // "the" may become theatre
        }

        IsNothing = words.Count == 0 && !string.IsNullOrWhiteSpace(question.Words);
        terms = words.ConvertAll(word => word.Term);
        Mend();
        Groups = [.. MakeGroups()];
    }

    public IReadOnlyList<Group> Groups { get; }

    public List<string> Unknown { get; } = [];

    /// <summary>Whether a word was replaced.</summary>
    public bool IsMended { get; private set; }

    /// <summary>Words were typed and none of them is known; everything would then be found, which nobody asked for.</summary>
    public bool IsHopeless => Groups.Count == 0 && Unknown.Count > 0;

    /// <summary>Something was typed, and there is no word in it but those that are too common to be looked for.</summary>
    public bool IsNothing { get; }

    public string Shown => string.Join(' ', words.Select(word => word.Typed));

    public IReadOnlyList<string> Terms => terms;

    private bool IsLast(int at) => typing && at == words.Count - 1;

    private void Mend()
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (IsKnown(at) || (IsLast(at) && BeginsSome(words[at].Typed)))
            {
                continue;
            }

            if (Nearest.To(index, terms, at, KnownElsewhere(at)) is { } nearest)
            {
                words.RemoveAt(at);
                terms.RemoveAt(at);
                words.InsertRange(at, nearest);
                terms.InsertRange(at, nearest.Select(word => word.Term));
                at += nearest.Count - 1;
                IsMended = true;
            }
            else if (words[at].Typed.Length < 4 || !BeginsSome(words[at].Typed))
            {
                Unknown.Add(words[at].Typed);
                words.RemoveAt(at);
                terms.RemoveAt(at--);
            }
        }
    }

    private bool IsKnown(int at) =>
        Term.In(index, terms[at]).Frequency > 0
        || (index.Phrases.SingleWords.TryGetValue(terms[at], out var only) && ConceptStands(only.Group))
        || index.Phrases.IsInPhrase(terms, at);

    private bool ConceptStands(int group) => Term.In(index, Synonyms.Term(group)).Frequency > 0;

    private bool BeginsSome(string letters) => letters.Length >= ShortestBeginning && Beginning(letters).Any();

    /// <summary>The other words of the question that stand somewhere, to prefer a correction that goes with them.</summary>
    private Group[] KnownElsewhere(int except) =>
    [
        .. from at in Enumerable.Range(0, terms.Count)
           where at != except
           let term = Term.In(index, terms[at])
           where term.Frequency > 0
           select new Group([new Choice([term], Group.Itself)]),
    ];

    private IEnumerable<Group> MakeGroups()
    {
        var seen = new HashSet<string>();
        for (var at = 0; at < terms.Count; at++)
        {
            var group = Concept(at, out var length) ?? Plain(at);
            if (seen.Add(string.Join(' ', terms.Skip(at).Take(length))) && group.Any.Length > 0)
            {
                yield return group;
            }

            at += length - 1;
        }
    }

    /// <summary>A phrase that has synonyms is met by any of them; the very word weighs a little more.</summary>
    private Group? Concept(int at, out int length)
    {
        length = 1;
        if (index.Phrases.LongestAt(terms, at) is not { } found || Term.In(index, Synonyms.Term(found.Group)) is not { Frequency: > 0 } concept)
        {
            return null;
        }

        length = found.Length;
        var alike = new Choice([concept], Group.Alike);
        if (length > 1)
        {
            return new Group([alike]);
        }

        return new Group([alike, .. Plain(at).Any]);
    }

    private Group Plain(int at)
    {
        var itself = Term.In(index, terms[at]);
        var choices = itself.Frequency > 0 ? [new Choice([itself], Group.Itself)] : new List<Choice>();
        if (IsLast(at) || choices.Count == 0)
        {
            choices.AddRange(
                from term in Beginning(words[at].Typed)
                where term != itself.Text
                select new Choice([Term.In(index, term)], Group.Alike));
        }

        return new Group([.. choices]);
    }

    /// <summary>Known terms that begin with these letters, and those of which these letters may be the beginning of a longer form ("danci" for danc).</summary>
    private IEnumerable<string> Beginning(string letters)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        if (letters.Length < ShortestBeginning)
        {
            return found;
        }

        foreach (var segment in index.Segments)
        {
            var (from, to) = segment.Terms.Beginning(Encoding.UTF8.GetBytes(letters));
            for (var term = from; term < to; term++)
            {
                found.Add(segment.Terms.Text(term));
            }
        }

        foreach (var ending in (string[])["i", "in", "e", "s", "ie", "es"])
        {
            if (letters.Length - ending.Length >= 4 && letters.EndsWith(ending, StringComparison.Ordinal) && Term.In(index, letters[..^ending.Length]).Frequency > 0)
            {
                found.Add(letters[..^ending.Length]);
            }
        }

        return found;
    }
}
