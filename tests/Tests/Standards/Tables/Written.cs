using System.IO.Compression;
using System.Text;
using Trellis.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Standards.Tables;

/// <summary>What we write, read back.</summary>
public sealed class Written : IDisposable
{
    private static readonly string[] Headings = ["Text", "Number", "Date", "Yes"];

    private readonly string folder = Scratch.Folder();

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44 161 912 2000")]
    [InlineData("-x")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData(" =1")]
    [InlineData("＝1")]
    public async Task A_text_that_a_spreadsheet_would_run_is_made_harmless_in_CSV(string text)
    {
        var csv = Encoding.UTF8.GetString(await Csv(text));
        Assert.Contains("'" + text, csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-12.50")]
    [InlineData("+5")]
    [InlineData("A=B")]
    [InlineData("Café 👩‍👩‍👧")]
    public async Task Plain_numbers_and_words_stay_as_they_are(string text)
    {
        Assert.DoesNotContain("'", Encoding.UTF8.GetString(await Csv(text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CSV_begins_with_a_byte_order_mark_and_parts_lines_with_CRLF()
    {
        var bytes = await Csv("a \"b\", c");
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("Text,Number,Date,Yes\r\n\"a \"\"b\"\", c\",12.5,2023-04-01,TRUE\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public async Task A_workbook_holds_typed_cells_and_no_formula()
    {
        var path = Path.Combine(folder, "a.xlsx");
        await using (var file = File.Create(path))
        {
            await XlsxOut.Write(file, "Gro/ups: [all] of them and a name that is too long", Headings, Rows("=1+1", "a\u0001b\ud800", "two\nlines"), TestContext.Current.CancellationToken);
        }

        using (var zip = ZipFile.OpenRead(path))
        {
            var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()).ReadToEnd().Replace("x:", "", StringComparison.Ordinal);
            Assert.DoesNotContain("<f", sheet.Replace("frozen", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t>", sheet, StringComparison.Ordinal);
            Assert.Contains("<c s=\"2\"><v>45017</v></c>", sheet, StringComparison.Ordinal);
        }

        using var read = TableFile.Open(path);
        var rows = read.Rows().Select(r => (r.Sheet, r[0], r[1], r[2], r[3])).ToList();
        Assert.Equal([("=1+1", "12.5", "2023-04-01", "TRUE"), ("ab\uFFFD", "12.5", "2023-04-01", "TRUE"), ("two\nlines", "12.5", "2023-04-01", "TRUE")], rows.Select(r => (r.Item2, r.Item3, r.Item4, r.Item5)));
        Assert.All(rows, r => Assert.Equal("Groups all of them and a name t", r.Sheet));
    }

    [Fact]
    public async Task A_workbook_goes_to_a_stream_that_takes_only_asynchronous_writes()
    {
        var stream = new OnlyAsync();
        await XlsxOut.Write(stream, "x", Headings, Many(20_000), TestContext.Current.CancellationToken);
        Assert.True(stream.Pieces > 10);
        await File.WriteAllBytesAsync(Path.Combine(folder, "b.xlsx"), stream.ToArray(), TestContext.Current.CancellationToken);
        using var read = TableFile.Open(Path.Combine(folder, "b.xlsx"));
        Assert.Equal(20_000, read.Rows().Count());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<byte[]> Csv(string text)
    {
        using var stream = new MemoryStream();
        await CsvOut.Write(stream, Headings, Rows(text), TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(params string[] texts)
    {
        foreach (var text in texts)
        {
            await Task.Yield();
            yield return [text, 12.5m, new DateOnly(2023, 4, 1), true];
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Many(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return [$"Group {i * 7919}", i, null, false];
        }

        await Task.CompletedTask;
    }

    /// <summary>As the body of a web response is.</summary>
    private sealed class OnlyAsync : MemoryStream
    {
        private readonly List<byte> held = [];

        public int Pieces { get; private set; }

        public override byte[] ToArray() => [.. held];

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Pieces++;
            held.AddRange(buffer.Span);
            return ValueTask.CompletedTask;
        }
    }
}
