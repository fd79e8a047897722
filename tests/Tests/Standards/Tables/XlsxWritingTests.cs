using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Trellis.Standards.Tables;

namespace Trellis.Tests.Standards.Tables;

public sealed class XlsxWritingTests(Files files) : IClassFixture<Files>
{
    private static readonly string[] Headings = ["Name", "Amount"];

    [Fact]
    public async Task What_is_written_is_read_again()
    {
        var path = files.Keep(
            await Book("Grants", ["Café & <Ω> 😀", 12.5m], ["=1+1", -3], [new DateOnly(2026, 4, 1), new DateTimeOffset(2026, 4, 1, 10, 30, 0, TimeSpan.FromHours(1))], [null, true], ["a\0\u0001b\uD800", 0.1]), "out.xlsx");
        Assert.Equal(["2: Café & <Ω> 😀|12.5", "3: =1+1|-3", "4: 2026-04-01|2026-04-01T09:30:00", "5: -|TRUE", "6: ab\uFFFD|0.1"], Files.Read(path));
    }

    [Fact]
    public async Task A_workbook_is_as_the_standard_says()
    {
        using var stream = new MemoryStream(await Book("A/B:'x' [and more than thirty-one letters]", ["text", 1], [null, new DateOnly(2026, 4, 1)]));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri}: {e.Description}"));
        using var table = TableFile.Open(files.Keep(stream.ToArray(), "named.xlsx"));
        Assert.Equal("AB'x' and more than thirty-one", table.Rows().First().Sheet);
    }

    [Fact]
    public async Task Rows_go_out_as_they_are_made()
    {
        var stream = new StrictStream();
        var early = 0L;
        await XlsxOut.Write(stream, "Rows", Headings, Many(at => early = at == 19_999 ? stream.Length : early), TestContext.Current.CancellationToken);
        Assert.True(early > stream.Length / 2, $"Of {stream.Length:N0} bytes only {early:N0} had gone out before the last row.");
        Assert.Equal(20_000, Files.Read(files.Keep(stream.ToArray(), "many.xlsx")).Count);
    }

    [Fact]
    public async Task A_text_that_is_too_long_for_a_cell_ends_with_an_ellipsis()
    {
        var read = Files.Read(files.Keep(await Book("Long", [new string('x', 40_000), 1]), "long.xlsx"))[0];
        Assert.Equal($"2: {new string('x', 32_766)}…|1", read);
    }

    private static async Task<byte[]> Book(string sheet, params object?[][] rows)
    {
        var stream = new StrictStream();
        await XlsxOut.Write(stream, sheet, Headings, rows.ToAsyncEnumerable(), CancellationToken.None);
        return stream.ToArray();
    }

    private static async IAsyncEnumerable<object?[]> Many(Action<int> made)
    {
        for (var i = 0; i < 20_000; i++)
        {
            made(i);
            await Task.CompletedTask;
            yield return [$"Row {i * 7919}", i];
        }
    }
}
