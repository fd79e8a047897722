namespace Trellis.Standards.Tables;

/// <summary>The row of delimited text that was last read.</summary>
internal sealed class CsvRow(CsvRows rows, HeadingList headings) : Row
{
    public override string? Sheet => null;

    public override long Number => rows.Number;

    public override IReadOnlyList<string> Headings => headings.Names;

    public override string? Fault
    {
        get
        {
            if (rows.BrokenQuote)
            {
                return "A quotation mark is not closed, or is closed in the middle of a cell.";
            }

            if (rows.HoldsNul)
            {
                return "The row holds a character that no text has (NUL).";
            }

            if (rows.Count < headings.Count)
            {
                return headings.Misfit(rows.Count);
            }

            var last = rows.Count;
            while (last > headings.Count && rows[last - 1].IsWhiteSpace())
            {
                last--;
            }

            return last > headings.Count ? headings.Misfit(last) : null;
        }
    }

    public override int Position(string heading) => headings.Position(heading);

    public override ReadOnlySpan<char> Text(int position) =>
        position >= 0 && position < rows.Count ? rows[position].Trim() : [];
}
