using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using Block = PdfSharp.UniversalAccessibility.PdfBlockLevelElementTag;

namespace Trellis.Platform.Exchange.Paper;

/// <summary>
/// A document on A4 as PDF, written from top to bottom: headings, paragraphs and tables that go on over pages. It is tagged, so that a screen reader finds
/// its way (PDF/UA, ISO 14289), and says its title and its language. Sizes are in points.
/// </summary>
public sealed class Paper : IDisposable
{
    internal const double Margin = 56;
    internal const double Leading = 1.35;

    private static readonly XColor Soft = XColor.FromArgb(0x55, 0x5A, 0x60);
    private static readonly XPen Rule = new(XColor.FromArgb(0xC4, 0xC8, 0xCC), 0.6);

    private readonly PdfDocument document = new();
    private readonly UAManager tags;
    private readonly string foot;
    private XGraphics page = null!;

    /// <param name="title">Of the document; the first heading says it too.</param>
    /// <param name="foot">Stands at the foot of each page, before its number.</param>
    /// <param name="isWide">On its side, for wide tables.</param>
    public Paper(string title, string foot, DateTimeOffset madeAt, bool isWide = false)
    {
        (this.foot, IsWide) = (foot, isWide);
        tags = UAManager.ForDocument(document);
        tags.SetDocumentLanguage("en-GB");
        (document.Info.Title, document.Info.Creator, document.Info.CreationDate) = (title, "Trellis", madeAt.UtcDateTime);
        Turn();
    }

    private bool IsWide { get; }

    /// <summary>How far down the page it is written.</summary>
    internal double At { get; set; }

    internal StructureBuilder Tags => tags.StructureBuilder;

    internal double Width => page.PageSize.Width - (2 * Margin);

    internal double Bottom => page.PageSize.Height - Margin - 20;

    public void Title(string text) => Write(text, Block.Heading1, Font(20, isBold: true), XColors.Black, before: 0, after: 6);

    public void Heading(string text)
    {
        Keep(60); // never alone at the foot of a page
        Write(text, Block.Heading2, Font(13, isBold: true), XColors.Black, before: 14, after: 4);
    }

    public void Smaller(string text)
    {
        Keep(50);
        Write(text, Block.Heading3, Font(10.5, isBold: true), XColors.Black, before: 8, after: 2);
    }

    public void Paragraph(string text) => Write(text, Block.Paragraph, Font(10.5), XColors.Black, before: 0, after: 6);

    /// <summary>What is said beside: dates, sources.</summary>
    public void Note(string text) => Write(text, Block.Paragraph, Font(9), Soft, before: 0, after: 6);

    /// <summary>A table with a row of headings, which stands again on each page.</summary>
    /// <param name="columns">Each with its share of the width, and whether it holds numbers.</param>
    /// <param name="ofPage">How much of the page's width it takes: a narrow table all across is hard to follow.</param>
    public void Table(IReadOnlyList<(string Heading, double Share, bool IsNumber)> columns, IEnumerable<IReadOnlyList<string>> rows, double ofPage = 1)
    {
        Keep(60);
        new PaperTable(this, columns, ofPage * Width).Write(rows);
        At += 8;
    }

    /// <summary>Room without anything.</summary>
    public void Space(double height) => At += height;

    /// <summary>A line in the middle, in large letters where it matters.</summary>
    public void Middle(string text, double size, bool isHeading = false) =>
        Write(text, isHeading ? Block.Heading1 : Block.Paragraph, Font(size, isBold: isHeading), XColors.Black, before: 0, after: size * 0.6, XStringFormats.TopCenter);

    /// <summary>The whole file.</summary>
    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return file.ToArray();
    }

    public void Dispose()
    {
        page.Dispose();
        document.Dispose();
    }

    private void Write(string text, Block kind, XFont font, XColor colour, double before, double after, XStringFormat? format = null)
    {
        At += before;
        var lines = Lines(text, font, Width);
        Tags.BeginElement(kind);
        foreach (var line in lines)
        {
            Keep(font.Size * Leading);
            Draw([line], font, colour, Margin, Width, format ?? XStringFormats.TopLeft);
            At += font.Size * Leading;
        }

        Tags.End();
        At += after;
    }

    /// <summary>From where the paper is now downwards; where that is stays as it is.</summary>
    internal void Draw(IReadOnlyList<string> lines, XFont font, XColor colour, double left, double width, XStringFormat format)
    {
        var brush = new XSolidBrush(colour);
        for (var number = 0; number < lines.Count; number++)
        {
            page.DrawString(lines[number], font, brush, new XRect(left, At + (number * font.Size * Leading), width, font.Size * Leading), format);
        }
    }

    internal void Line(double height, double width)
    {
        Tags.BeginArtifact();
        page.DrawLine(Rule, Margin, height, Margin + width, height);
        Tags.End();
    }

    /// <summary>Turns the page where so much does not fit any more.</summary>
    private void Keep(double height)
    {
        if (At + height > Bottom)
        {
            Turn();
        }
    }

    internal void Turn()
    {
        var (full, sheet) = (page, document.AddPage()); // what goes on over pages is closed on the full one
        full?.Dispose();
        sheet.Size = PageSize.A4;
        sheet.Orientation = IsWide ? PageOrientation.Landscape : PageOrientation.Portrait;
        page = XGraphics.FromPdfPage(sheet);
        At = Margin;
        Tags.BeginArtifact();
        var place = new XRect(Margin, page.PageSize.Height - Margin, Width, 12);
        page.DrawString(foot, Font(8), new XSolidBrush(Soft), place, XStringFormats.TopLeft);
        page.DrawString($"{document.PageCount}", Font(8), new XSolidBrush(Soft), place, XStringFormats.TopRight);
        Tags.End();
    }

    /// <summary>The text in lines that fit: broken between words, and within one that is longer than a line.</summary>
    internal List<string> Lines(string text, XFont font, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Fit(word, font, width)))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (line.Length > 0 && page.MeasureString(longer, font).Width > width)
                {
                    lines.Add(line);
                    line = word;
                }
                else
                {
                    line = longer;
                }
            }

            lines.Add(line);
        }

        return lines;
    }

    private IEnumerable<string> Fit(string word, XFont font, double width)
    {
        for (double whole; word.Length > 1 && (whole = page.MeasureString(word, font).Width) > width;)
        {
            var length = Math.Clamp((int)(word.Length * width / whole), 1, word.Length - 1);
            while (length > 1 && page.MeasureString(word[..length], font).Width > width)
            {
                length--;
            }

            length += char.IsLowSurrogate(word[length]) ? 1 : 0;
            yield return word[..length];
            word = word[length..];
        }

        yield return word;
    }

    internal static XFont Font(double size, bool isBold = false)
    {
        PaperFonts.Register();
        return new(PaperFonts.Family, size, isBold ? XFontStyleEx.Bold : XFontStyleEx.Regular);
    }
}
