namespace Trellis.Standards.Tables;

/// <summary>A row of a sheet.</summary>
internal sealed class XlsxRow(XlsxCells cells, string sheet, HeadingList headings) : Row
{
    public override string? Sheet => sheet;

    public override long Number => cells.Number;

    public override IReadOnlyList<string> Headings => headings.Names;

    public override string? Fault =>
        cells.Unsound is { } unsound ? unsound
        : cells.Formula is { } address ? $"Cell {address} holds a formula; please paste it as a value."
        : cells.Count > headings.Count ? headings.Misfit(cells.Count)
        : null;

    public override string? this[int position] => cells[position];

    public override int Position(string heading) => headings.Position(heading);

    public override ReadOnlySpan<char> Text(int position) => cells[position];
}
