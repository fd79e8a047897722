using PdfSharp.Drawing;
using Block = PdfSharp.UniversalAccessibility.PdfBlockLevelElementTag;

namespace Trellis.Platform.Exchange.Paper;

/// <summary>A table on a paper. Its first column names the rows.</summary>
internal sealed class PaperTable(Paper paper, IReadOnlyList<(string Heading, double Share, bool IsNumber)> columns, double width)
{
    private const double Gap = 14; // between columns
    private const double Air = 3; // above and below a line

    private static readonly XFont Bold = Paper.Font(9.5, isBold: true);
    private static readonly XFont Plain = Paper.Font(9.5);

    private readonly double[] widths = [.. columns.Select(column => column.Share / columns.Sum(one => one.Share) * width)];

    public void Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var headings = Broken([.. columns.Select(column => column.Heading)], Bold);
        paper.Tags.BeginElement(Block.Table);
        Row(headings, Bold, _ => Block.TableHeaderCell);
        foreach (var row in rows)
        {
            var cells = Broken(row, Plain);
            if (paper.At + Height(cells, Plain) > paper.Bottom)
            {
                paper.Turn();
                Again(headings);
            }

            Row(cells, Plain, column => column == 0 ? Block.TableHeaderCell : Block.TableDataCell);
        }

        paper.Tags.End();
    }

    /// <summary>Each cell in lines that fit its column.</summary>
    private List<string>[] Broken(IReadOnlyList<string> cells, XFont font) => [.. cells.Select((cell, column) => paper.Lines(cell, font, widths[column] - Gap))];

    private static double Height(List<string>[] cells, XFont font) => cells.Max(lines => lines.Count) * font.Size * Paper.Leading;

    private void Row(List<string>[] cells, XFont font, Func<int, Block> tag)
    {
        paper.Tags.BeginElement(Block.TableRow);
        for (var column = 0; column < cells.Length; column++)
        {
            paper.Tags.BeginElement(tag(column));
            Draw(cells[column], column, font);
            paper.Tags.End();
        }

        paper.Tags.End();
        Under(Height(cells, font));
    }

    /// <summary>The headings for the eye alone: a screen reader has heard them.</summary>
    private void Again(List<string>[] headings)
    {
        paper.Tags.BeginArtifact();
        for (var column = 0; column < headings.Length; column++)
        {
            Draw(headings[column], column, Bold);
        }

        paper.Tags.End();
        Under(Height(headings, Bold));
    }

    private void Draw(List<string> lines, int column, XFont font) => paper.Draw(
        lines, font, XColors.Black, Paper.Margin + widths[..column].Sum(), widths[column] - Gap, columns[column].IsNumber ? XStringFormats.TopRight : XStringFormats.TopLeft);

    private void Under(double height)
    {
        paper.At += height + Air;
        paper.Line(paper.At, width);
        paper.At += Air;
    }
}
