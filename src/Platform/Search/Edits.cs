using System.Numerics;

namespace Trellis.Platform.Search;

/// <summary>How many typing errors lie between two words: a letter left out, put in, changed, or two neighbours swapped.</summary>
internal static class Edits
{
    /// <summary>A set of the letters in a word; each typing error changes at most two of its bits, so far words are told apart without looking at them.</summary>
    public static uint Letters(ReadOnlySpan<byte> word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= 1u << (letter & 31);
        }

        return letters;
    }

    public static bool MayBeWithin(uint left, uint right, int most) => BitOperations.PopCount(left ^ right) <= 2 * most;

    /// <summary>The number of errors (optimal string alignment), or most + 1 where there are more.</summary>
    public static int Between(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, int most)
    {
        const int Room = 128;
        if (Math.Abs(left.Length - right.Length) > most || left.Length >= Room || right.Length >= Room)
        {
            return most + 1;
        }

        Span<int> before = stackalloc int[Room];
        Span<int> last = stackalloc int[Room];
        Span<int> row = stackalloc int[Room];
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        for (var line = 1; line <= left.Length; line++)
        {
            if (Line(left, right, line, before, last, row) > most)
            {
                return most + 1;
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return Math.Min(last[right.Length], most + 1);
    }

    private static int Line(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, int line, Span<int> before, Span<int> last, Span<int> row)
    {
        row[0] = line;
        var least = line;
        for (var column = 1; column <= right.Length; column++)
        {
            var same = left[line - 1] == right[column - 1];
            var errors = Math.Min(Math.Min(last[column] + 1, row[column - 1] + 1), last[column - 1] + (same ? 0 : 1));
            if (line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1])
            {
                errors = Math.Min(errors, before[column - 2] + 1);
            }

            row[column] = errors;
            least = Math.Min(least, errors);
        }

        return least;
    }
}
