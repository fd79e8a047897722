using System.Text;

namespace Trellis.Platform.Search;

/// <summary>A word of a question: as it was typed (folded) and the stem it is found by.</summary>
internal readonly record struct QueryWord(string Typed, string Term);

/// <summary>Reads what people type into the words that an index knows.</summary>
internal static class Query
{
    public const int MostLetters = 300;
    private const int MostWords = 12;

    public static List<QueryWord> Read(string text, IReadOnlySet<string> stopWords) =>
        Words(text.Length > MostLetters ? text[..MostLetters] : text, stopWords, MostWords);

    /// <summary>The words of a text of any length, as they stand in an index.</summary>
    public static List<QueryWord> Words(string text, IReadOnlySet<string> stopWords, int most = int.MaxValue)
    {
        var words = new List<QueryWord>();
        Span<char> room = stackalloc char[WordReader.LongestWord + 1];
        var stops = Lookup(stopWords);
        var reader = new WordReader(text, room);
        for (var word = reader.Next(); word.Length > 0 && words.Count < most; word = reader.Next())
        {
            if (!stops.Contains(word))
            {
                var typed = word.ToString();
                word.CopyTo(room);
                words.Add(new QueryWord(typed, Stem.Of(room[..typed.Length]).ToString()));
            }
        }

        return words;
    }

    /// <summary>A name as it is sorted: its folded words, but no article before them.</summary>
    public static byte[] Folded(string name)
    {
        var folded = FoldedWords.Of(name);
        return Encoding.UTF8.GetBytes(folded == "the" ? "" : folded.StartsWith("the ", StringComparison.Ordinal) ? folded["the ".Length..] : folded);
    }

    public static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(IReadOnlySet<string> words) =>
        (words as HashSet<string> ?? [.. words]).GetAlternateLookup<ReadOnlySpan<char>>();
}
