using Trellis.Platform;
using Trellis.Platform.Exchange;
using Trellis.Tests.Support;

namespace Trellis.Tests.Search;

/// <summary>A list goes out line by line, however long it is.</summary>
[Collection(nameof(Alone))]
public sealed class LongDownloads
{
    private const int Lines = 200_000;

    private sealed record Line(string Name, int Number, Money Sum);

    private static readonly IReadOnlyList<Column<Line>> Columns = [new("Name", line => line.Name), new("Number", line => line.Number), new("Sum", line => line.Sum)];

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task A_long_list_is_written_in_little_memory(string ending)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        async IAsyncEnumerable<Line> Rows()
        {
            for (var at = 0; at < Lines; at++)
            {
                if (at % 50_000 == 49_999)
                {
                    peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
                    await Task.Yield();
                }

                yield return new Line("A name of some length " + at, at, new Money(at));
            }
        }

        await new Download<Line>("lines", Columns, Rows(), ["Contains data of one."]) { Ending = ending }.Write(Stream.Null, default);
        Assert.InRange(peak, long.MinValue, 40_000_000);
    }
}
