namespace Trellis.Standards.Tables;

/// <summary>The row the scanner stands on.</summary>
internal sealed class CsvRow(CsvScanner scanner, HeadingList headings) : Row
{
    public override string? Sheet => null;

    public override long Number => scanner.Number;

    public override IReadOnlyList<string> Headings => headings.Names;

    public override string? Fault
    {
        get
        {
            if (scanner.BrokenQuote)
            {
                return "A quotation mark is not closed, or is closed in the middle of a cell; the line was read as it stands.";
            }

            if (scanner.HoldsNul)
            {
                return "The row holds a character that no text has (NUL).";
            }

            if (scanner.Count < headings.Count)
            {
                return $"The row has {scanner.Count} cells, but there are {headings.Count} headings.";
            }

            var last = scanner.Count;
            while (last > headings.Count && scanner[last - 1].IsWhiteSpace())
            {
                last--;
            }

            return last > headings.Count ? $"The row has {last} cells, but there are only {headings.Count} headings." : null;
        }
    }

    public override int Position(string heading) => headings.Position(heading);

    public override ReadOnlySpan<char> Text(int position) =>
        position >= 0 && position < scanner.Count ? scanner[position].Trim() : [];
}
