using System.Text;

namespace Trellis.Platform.Exchange;

/// <summary>Comma-separated values as RFC 4180 has them: UTF-8 without a byte order mark, CRLF, quotes where they are needed.</summary>
internal static class DownloadCsv
{
    private const int Enough = 32 * 1024;

    public static async Task Write<T>(Stream to, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, IReadOnlyList<string> attribution, CancellationToken stop)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        var line = new StringBuilder();
        foreach (var column in columns)
        {
            Cell(line, column.Heading);
        }

        Cell(line, "attribution");
        End(line);
        var isFirst = true;
        await foreach (var row in rows.WithCancellation(stop))
        {
            foreach (var column in columns)
            {
                Cell(line, column.Value(row));
            }

            Cell(line, isFirst ? string.Join(" | ", attribution) : null);
            End(line);
            isFirst = false;
            if (line.Length > Enough)
            {
                await writer.WriteAsync(line, stop);
                line.Clear();
            }
        }

        await writer.WriteAsync(line, stop);
    }

    private static void Cell(StringBuilder line, object? value)
    {
        if (value is not null)
        {
            line.Append(DownloadValue.Number(value) ?? Quoted(DownloadValue.Harmless(DownloadValue.Text(value))));
        }

        line.Append(',');
    }

    private static string Quoted(string text) => text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static void End(StringBuilder line)
    {
        line.Length--;
        line.Append("\r\n");
    }
}
