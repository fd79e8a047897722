using System.Text;
using System.Text.Json;
using Trellis.Platform;
using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Search;

public sealed class DownloadTests
{
    private sealed record Line(string? Name, long? Number, Money? Sum, DateOnly? Day, bool? Yes);

    private static readonly IReadOnlyList<Column<Line>> Columns =
    [
        new("Name", line => line.Name), new("Number", line => line.Number), new("Sum", line => line.Sum), new("Day", line => line.Day), new("Yes", line => line.Yes),
    ];

    private static readonly string[] Attribution = ["Contains data of one, \"OGL\".", "And of another."];

    private static async Task<byte[]> Write(string ending, params Line[] lines)
    {
        using var to = new Forward();
        await new Download<Line>("lines", Columns, lines.ToAsyncEnumerable(), Attribution) { Ending = ending }.Write(to, default);
        return to.ToArray();
    }

    [Fact]
    public async Task Csv_keeps_its_accents_in_a_spreadsheet_and_says_whose_data_it_is()
    {
        var csv = await Write("csv", new Line("Åse, \"the\" first\nof all", -3, new Money(123450), new DateOnly(2025, 4, 1), true), new Line(null, null, null, null, false));
        Assert.Equal(
            "\uFEFFName,Number,Sum,Day,Yes,attribution\r\n"
            + "\"Åse, \"\"the\"\" first\nof all\",-3,1234.50,2025-04-01,yes,\"Contains data of one, \"\"OGL\"\". | And of another.\"\r\n"
            + ",,,,no,\r\n",
            Encoding.UTF8.GetString(csv));
    }

    [Fact]
    public async Task Csv_without_a_row_still_says_whose_data_it_is()
    {
        var csv = await Write("csv");
        Assert.Equal("\uFEFFName,Number,Sum,Day,Yes,attribution\r\n,,,,,\"Contains data of one, \"\"OGL\"\". | And of another.\"\r\n", Encoding.UTF8.GetString(csv));
        var file = Scratch.File("empty.csv");
        await File.WriteAllBytesAsync(file, csv);
        using var table = TableFile.Open(file);
        Assert.Equal(["Name", "Number", "Sum", "Day", "Yes", "attribution"], table.Headings);
        Assert.Equal([(null, "Contains data of one, \"OGL\". | And of another.")], table.Rows().Select(row => (row["Name"], row["attribution"])));
    }

    [Fact]
    public async Task Csv_without_a_row_that_is_nobodys_data_holds_its_headings_alone()
    {
        using var to = new Forward();
        await new Download<Line>("lines", Columns, AsyncEnumerable.Empty<Line>(), []) { Ending = "csv" }.Write(to, default);
        Assert.Equal("\uFEFFName,Number,Sum,Day,Yes,attribution\r\n", Encoding.UTF8.GetString(to.ToArray()));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\")")]
    [InlineData("+44 161 000")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public async Task No_cell_of_a_csv_can_become_a_formula(string evil)
    {
        var csv = Encoding.UTF8.GetString(await Write("csv", new Line(evil, 1, null, null, null)));
        Assert.Contains("'" + evil[..1], csv.Split("\r\n", 2)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_gives_numbers_as_numbers_and_unknown_as_null()
    {
        using var json = JsonDocument.Parse(await Write("json", new Line("=1", 5, new Money(5), null, null)));
        Assert.Equal(Attribution, json.RootElement.GetProperty("attribution").EnumerateArray().Select(line => line.GetString()));
        var row = json.RootElement.GetProperty("rows")[0];
        Assert.Equal(("=1", 5, 0.05), (row.GetProperty("Name").GetString(), row.GetProperty("Number").GetInt32(), row.GetProperty("Sum").GetDouble()));
        Assert.Equal(JsonValueKind.Null, row.GetProperty("Day").ValueKind);
    }

    [Fact]
    public async Task Our_own_reader_reads_the_workbook_back()
    {
        var file = Scratch.File("taken.xlsx");
        await File.WriteAllBytesAsync(file, await Write("xlsx", new Line("<Åse> & \ud800 =1+1 😀\u0001", 7, new Money(150), new DateOnly(2025, 4, 1), true)));
        try
        {
            using var table = TableFile.Open(file);
            Assert.Equal(["Name", "Number", "Sum", "Day", "Yes"], table.Headings);
            var row = Assert.Single(table.Rows().Where(row => row.Sheet == "List").Select(row => (row["Name"], row["Number"], row["Sum"], row["Day"], row["Yes"])).ToList());
            Assert.Equal("<Åse> & \uFFFD =1+1 😀", row.Item1);
            Assert.Equal("7", row.Item2);
            Assert.Equal(1.5m, decimal.Parse(row.Item3!));
            Assert.Equal(("2025-04-01", "yes"), (row.Item4, row.Item5));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task An_empty_list_is_a_whole_file(string ending) => Assert.NotEmpty(await Write(ending));

    /// <summary>Like the way to a browser: it can neither seek nor be written in one go by a thread that waits.</summary>
    private sealed class Forward : MemoryStream
    {
        public override bool CanSeek => false;

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous writing is not allowed.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous writing is not allowed.");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            base.Write(buffer, offset, count);
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            base.Write(buffer.ToArray(), 0, buffer.Length);
            return ValueTask.CompletedTask;
        }
    }
}
