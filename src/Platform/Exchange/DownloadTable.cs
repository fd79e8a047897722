using Trellis.Standards.Tables;

namespace Trellis.Platform.Exchange;

/// <summary>A list as the rows of a spreadsheet, with what must go along with it.</summary>
internal static class DownloadTable
{
    /// <summary>The attribution stands in a last column, in its first row; where the list is empty, in a row of its own, so that it is read in the same place.</summary>
    public static Task Csv<T>(Stream to, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, IReadOnlyList<string> attribution, CancellationToken stop)
    {
        var last = string.Join(" | ", attribution);
        return CsvOut.Write(to, [.. columns.Select(column => column.Heading), "attribution"], Lines(), stop);

        async IAsyncEnumerable<IReadOnlyList<object?>> Lines()
        {
            var isFirst = true;
            await foreach (var row in rows.WithCancellation(stop))
            {
                yield return Cells(columns, row, [isFirst ? last : null]);
                isFirst = false;
            }

            if (isFirst && last.Length > 0)
            {
                yield return [.. columns.Select(_ => (object?)null), last];
            }
        }
    }

    /// <summary>The attribution stands on a sheet of its own; so does that the list was longer than a sheet, where it was.</summary>
    public static Task Xlsx<T>(Stream to, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, IReadOnlyList<string> attribution, CancellationToken stop)
    {
        var isCut = false;
        return XlsxOut.Write(to, [new("List", [.. columns.Select(column => column.Heading)], Fitting()), new("Sources", ["Where this comes from"], Sources())], stop);

        async IAsyncEnumerable<IReadOnlyList<object?>> Fitting()
        {
            var count = 1;
            await foreach (var row in rows.WithCancellation(stop))
            {
                if (isCut = ++count > XlsxOut.MostRows)
                {
                    yield break;
                }

                yield return Cells(columns, row, []);
            }
        }

        async IAsyncEnumerable<IReadOnlyList<object?>> Sources()
        {
            await Task.CompletedTask;
            foreach (var sentence in attribution)
            {
                yield return [sentence];
            }

            if (isCut)
            {
                yield return [$"A sheet holds {XlsxOut.MostRows - 1:N0} rows: the list is longer. Take it away as CSV or JSON to have all of it."];
            }
        }
    }

    private static object?[] Cells<T>(IReadOnlyList<Column<T>> columns, T row, ReadOnlySpan<object?> more) => [.. columns.Select(column => Cell(column.Value(row))), .. more];

    private static object? Cell(object? value) => value switch
    {
        Money money => money.Pence * 0.01m,
        double number => (decimal)Math.Round(number, 6),
        bool yes => yes ? "yes" : "no",
        _ => value,
    };
}
