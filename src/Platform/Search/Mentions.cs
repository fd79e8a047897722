namespace Trellis.Platform.Search;

/// <summary>Tells how much of a question a text answers, for showing why something was found.</summary>
public static class Mentions
{
    /// <summary>How many of the terms (of an <see cref="Answer"/>) stand in the text.</summary>
    public static int Count(string text, IReadOnlyList<string> terms)
    {
        var words = Query.Read(text, NoStopWords, int.MaxValue);
        return terms.Count(term => words.Exists(word => word.Term == term));
    }

    private static readonly HashSet<string> NoStopWords = [];
}
