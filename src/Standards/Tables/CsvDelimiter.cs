using System.Text;

namespace Trellis.Standards.Tables;

/// <summary>Finds the character that parts the cells: the one that stands most often in the first line that has any.</summary>
internal static class CsvDelimiter
{
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    public static char Of(ReadOnlySpan<byte> head)
    {
        var text = head switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(head[2..(head.Length & ~1)]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(head[2..(head.Length & ~1)]),
            _ => Encoding.Latin1.GetString(head),
        };
        Span<int> counts = stackalloc int[Candidates.Length];
        var quoted = false;
        foreach (var letter in text)
        {
            quoted ^= letter == '"';
            var candidate = quoted ? -1 : Array.IndexOf(Candidates, letter);
            if (candidate >= 0)
            {
                counts[candidate]++;
            }
            else if (!quoted && letter is '\r' or '\n' && counts.ContainsAnyExcept(0))
            {
                break;
            }
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return Candidates[best];
    }
}
