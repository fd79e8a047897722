using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using Trellis.Platform;
using Trellis.Platform.Documents;
using Trellis.Platform.Exchange.Paper;

namespace Trellis.Tests.Platform;

/// <summary>A paper goes on over pages whatever it is given, says its title and language, is tagged, and would be taken by our own reader of documents.</summary>
public sealed class PaperTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_paper_has_a_title_a_language_and_tags_and_nothing_that_our_own_reader_refuses()
    {
        var paper = new Paper("Return of Ŵyl & Sons", "At the foot", Now);
        paper.Title("Return");
        paper.Heading("Figures");
        paper.Table([("Figure", 3, false), ("This period", 1, true)], [["Groups", "12"], ["Hours", "1,234.5"]]);
        var file = paper.ToBytes();
        using var read = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
        Assert.Equal("Return of Ŵyl & Sons", read.Info.Title);
        Assert.Equal(1, read.PageCount);
        Assert.Equal("en-GB", read.Internals.Catalog.Elements.GetString("/Lang"));
        Assert.NotNull(read.Internals.Catalog.Elements["/StructTreeRoot"]);
        using var look = new LookAtFile();
        Assert.True((await look.Handle(new("return.pdf", new MemoryStream(file)), default)).Succeeded);
    }

    [Fact]
    public void A_long_table_goes_on_over_pages()
    {
        var paper = new Paper("Long", "", Now, isWide: true);
        paper.Table([("Figure", 3, false), ("This period", 1, true)], Enumerable.Range(1, 200).Select(IReadOnlyList<string> (number) => [$"Figure {number}", $"{number}"]));
        using var read = PdfReader.Open(new MemoryStream(paper.ToBytes()), PdfDocumentOpenMode.Import);
        Assert.InRange(read.PageCount, 8, 14);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    [InlineData("tab\tand \u0001 control \u202E turned")]
    [InlineData("half an emoji \ud83d and a whole 👩‍👩‍👧 日本 עברית")]
    [InlineData("\udc00")]
    public void Any_text_is_taken(string text) => Assert.NotEmpty(Full(text));

    [Fact]
    public void A_word_and_a_cell_longer_than_a_page_are_broken()
    {
        using var read = PdfReader.Open(new MemoryStream(Full(string.Concat(Enumerable.Repeat("👩x", 3_000)))), PdfDocumentOpenMode.Import);
        Assert.InRange(read.PageCount, 2, 100);
    }

    /// <summary>The library keeps its fonts for the whole process.</summary>
    [Fact]
    public async Task Many_are_written_at_once()
    {
        var papers = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(() => Full("Paper " + number))));
        Assert.All(papers, paper => Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(paper, 0, 8), StringComparison.Ordinal));
    }

    private static byte[] Full(string text)
    {
        var paper = new Paper(text, text, Now);
        paper.Title(text);
        paper.Heading(text);
        paper.Smaller(text);
        paper.Paragraph(text);
        paper.Note(text);
        paper.Middle(text, 20, isHeading: true);
        paper.Table([(text, 1, false), ("Number", 1, true)], [[text, text]]);
        return paper.ToBytes();
    }
}
