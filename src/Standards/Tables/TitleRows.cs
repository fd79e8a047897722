namespace Trellis.Standards.Tables;

/// <summary>Finds the headings where somebody has put a title above them, as in "Groups we know, November 2025" alone in the first row.</summary>
internal static class TitleRows
{
    /// <summary>How many rows are looked at.</summary>
    public const int Most = 20;

    private const int MostTitles = 4;
    private const int FewestHeadings = 3;

    /// <summary>How many rows stand above the headings; 0 where the first row holds them.</summary>
    /// <remarks>
    /// Titles stand alone in their rows, the headings are the first row with several cells, and so is what follows them.
    /// Two columns are not enough: in a list of nothing but names a comma in one of them would look the same.
    /// </remarks>
    /// <param name="filled">How many cells of each of the first rows have something in them.</param>
    public static int Above(IReadOnlyList<int> filled)
    {
        var headings = filled.TakeWhile(cells => cells < 2).Count();
        return headings < filled.Count
            && filled.Take(headings).Sum() is > 0 and <= MostTitles
            && filled[headings] >= FewestHeadings
            && filled.Skip(headings + 1).FirstOrDefault(cells => cells > 0, 2) > 1
            ? headings
            : 0;
    }

    /// <summary>The same for delimited text, whatever parts its cells.</summary>
    /// <param name="text">The beginning of the file.</param>
    /// <returns>How many rows stand above the headings, and how many characters they take.</returns>
    public static (int Rows, int Length) Above(string text) =>
        ",;\t|".Select(separator => Above(text, separator)).MaxBy(found => found.Headings) is { Rows: var rows, Length: var length } ? (rows, length) : default;

    /// <summary>The sentence for the report.</summary>
    public static string Note(IReadOnlyList<string> titles) =>
        $"Above the headings stands \"{string.Join("\", \"", titles.Select(title => title.Length > 80 ? title[..80] + "…" : title))}\", which was left out.";

    private static (int Rows, int Length, int Headings) Above(string text, char separator)
    {
        List<(int Filled, int End)> rows = [];
        var (filled, hasText, isQuoted) = (0, false, false);
        for (var at = 0; at < text.Length && rows.Count < Most; at++)
        {
            var sign = text[at];
            if (sign == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && (sign == separator || sign == '\n'))
            {
                filled += hasText ? 1 : 0;
                hasText = false;
                if (sign == '\n')
                {
                    rows.Add((filled, at + 1));
                    filled = 0;
                }
            }
            else
            {
                hasText |= !char.IsWhiteSpace(sign);
            }
        }

        rows.Add((filled + (hasText ? 1 : 0), text.Length));
        var above = Above([.. rows.Select(row => row.Filled)]);
        return above == 0 ? default : (above, rows[above - 1].End, rows[above].Filled);
    }
}
