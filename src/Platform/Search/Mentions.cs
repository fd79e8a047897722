using System.Numerics;

namespace Trellis.Platform.Search;

/// <summary>Tells how much of a question a text answers, for showing why something was found.</summary>
public static class Mentions
{
    /// <summary>How many of the terms (of an <see cref="Answer"/>) stand in the text.</summary>
    public static int Count(string text, IReadOnlyList<string> terms)
    {
        Span<char> room = stackalloc char[WordReader.LongestWord + 1];
        var reader = new WordReader(text.Length > Query.MostLetters ? text[..Query.MostLetters] : text, room);
        var met = 0; // a bit for each term: of a question’s twelve words each may have turned out to be two
        for (var word = reader.Next(); word.Length > 0; word = reader.Next())
        {
            word.CopyTo(room);
            var stem = Stem.Of(room[..word.Length]);
            for (var at = 0; at < terms.Count; at++)
            {
                met |= stem.SequenceEqual(terms[at]) ? 1 << at : 0;
            }
        }

        return BitOperations.PopCount((uint)met);
    }
}
