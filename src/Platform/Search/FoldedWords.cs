using System.Text;

namespace Trellis.Platform.Search;

/// <summary>A text as the search compares it: without case, accents and marks, one space between the words.</summary>
public static class FoldedWords
{
    public static string Of(string text)
    {
        Span<char> room = stackalloc char[WordReader.LongestWord + 1];
        var folded = new StringBuilder(text.Length);
        var reader = new WordReader(text, room);
        for (var word = reader.Next(); word.Length > 0; word = reader.Next())
        {
            folded.Append(folded.Length > 0 ? " " : "").Append(word);
        }

        return folded.ToString();
    }
}
