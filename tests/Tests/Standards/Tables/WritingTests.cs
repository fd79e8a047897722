using System.Text;
using Trellis.Standards.Tables;

namespace Trellis.Tests.Standards.Tables;

public sealed class WritingTests(Files files) : IClassFixture<Files>
{
    private static readonly string[] Headings = ["Name", "Amount"];

    [Fact]
    public async Task Csv_is_written_so_that_spreadsheets_read_it_and_run_none_of_it()
    {
        var text = Encoding.UTF8.GetString(await Csv(
            ["Smith, \"Jo\"", -12.5m], ["=1+1", "-12.50"], [" @x", "+44 161"], [" two\r\nlines", new DateOnly(2026, 4, 1)], ["＝1", true], [null, ""], ["a\0b", new DateTimeOffset(2026, 4, 1, 9, 30, 0, TimeSpan.FromHours(1))]));
        Assert.Equal(
            "\uFEFFName,Amount\r\n\"Smith, \"\"Jo\"\"\",-12.5\r\n'=1+1,-12.50\r\n' @x,'+44 161\r\n\" two\r\nlines\",2026-04-01\r\n'＝1,TRUE\r\n,\r\nab,2026-04-01T08:30:00Z\r\n", text);
    }

    [Fact]
    public async Task What_is_written_as_csv_is_read_again() =>
        Assert.Equal(["2: Café \"Ω\"|1", "3: a;b|2,3"], Files.Read(files.Keep(await Csv(["Café \"Ω\"", 1], ["a;b", "2,3"]))));

    [Fact]
    public async Task Csv_comes_as_it_is_made_and_stops_when_nobody_waits()
    {
        using var stop = new CancellationTokenSource();
        var stream = new StrictStream();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CsvOut.Write(stream, Headings, Endless(stop, () => stream.Length > 200_000), stop.Token));
    }

    private static async Task<byte[]> Csv(params object?[][] rows)
    {
        var stream = new StrictStream();
        await CsvOut.Write(stream, Headings, rows.ToAsyncEnumerable(), CancellationToken.None);
        return stream.ToArray();
    }

    private static async IAsyncEnumerable<object?[]> Endless(CancellationTokenSource stop, Func<bool> enough)
    {
        for (var i = 0; i < 1_000_000; i++)
        {
            if (enough())
            {
                await stop.CancelAsync();
            }

            yield return [$"Row number {i}", i];
        }
    }
}
