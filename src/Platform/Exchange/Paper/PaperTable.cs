using PdfSharp.Drawing;
using Block = PdfSharp.UniversalAccessibility.PdfBlockLevelElementTag;

namespace Trellis.Platform.Exchange.Paper;

/// <summary>A table on a paper. Its first column names the rows.</summary>
internal sealed class PaperTable(Paper paper, IReadOnlyList<(string Heading, double Share, bool IsNumber)> columns)
{
    private const double Gap = 14; // between columns
    private const double Air = 3; // above and below a line

    private static readonly XFont Bold = Paper.Font(9.5, isBold: true);
    private static readonly XFont Plain = Paper.Font(9.5);

    private readonly double[] widths = [.. columns.Select(column => column.Share / columns.Sum(one => one.Share) * paper.Width)];
    private readonly string[] headings = [.. columns.Select(column => column.Heading)];

    public void Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        paper.Tags.BeginElement(Block.Table);
        Row(headings, Bold, _ => Block.TableHeaderCell);
        foreach (var row in rows)
        {
            if (paper.At + Height(row, Plain) > paper.Bottom)
            {
                paper.Turn();
                HeadingsAgain();
            }

            Row(row, Plain, column => column == 0 ? Block.TableHeaderCell : Block.TableDataCell);
        }

        paper.Tags.End();
    }

    private double Height(IReadOnlyList<string> cells, XFont font) => cells.Select((cell, column) => paper.Lines(cell, font, widths[column] - Gap).Count).Max() * font.Size * Paper.Leading;

    private void Row(IReadOnlyList<string> cells, XFont font, Func<int, Block> tag)
    {
        paper.Tags.BeginElement(Block.TableRow);
        for (var column = 0; column < cells.Count; column++)
        {
            paper.Tags.BeginElement(tag(column));
            Cell(column, cells[column], font);
            paper.Tags.End();
        }

        paper.Tags.End();
        Under(Height(cells, font));
    }

    /// <summary>For the eye alone: a screen reader has heard them.</summary>
    private void HeadingsAgain()
    {
        paper.Tags.BeginArtifact();
        for (var column = 0; column < headings.Length; column++)
        {
            Cell(column, headings[column], Bold);
        }

        paper.Tags.End();
        Under(Height(headings, Bold));
    }

    private void Cell(int column, string text, XFont font) => paper.Draw(
        paper.Lines(text, font, widths[column] - Gap), font, XColors.Black, Paper.Margin + widths[..column].Sum(), widths[column] - Gap,
        columns[column].IsNumber ? XStringFormats.TopRight : XStringFormats.TopLeft);

    private void Under(double height)
    {
        paper.At += height + Air;
        paper.Line(paper.At);
        paper.At += Air;
    }
}
