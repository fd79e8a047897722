using System.Globalization;
using CsvHelper;

namespace Trellis.Standards.Tables;

/// <summary>Writes rows as CSV: UTF-8 with a byte order mark (spreadsheets need it), comma, CRLF, quotation marks where needed.</summary>
/// <remarks>
/// A text that a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe before it;
/// plain numbers such as -12.50 do not.
/// </remarks>
public static class CsvOut
{
    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true,
        Quoting = CsvQuoting.WhenNeededOrWhitespace,
        ValidateFieldCount = false,
    };

    /// <summary>A text as it was before it was written, without the apostrophe that keeps spreadsheets from running it.</summary>
    public static string? AsItWas(string? cell) => cell is ['\'', ..] && CellText.CouldRun(cell[1..]) ? cell[1..] : cell;

    /// <summary>Writes a heading row and all rows as they come; holds no more than one row. The stream stays open.</summary>
    /// <param name="stream">Where to write; needs not be seekable.</param>
    /// <param name="headings">The heading row.</param>
    /// <param name="rows">Cells: null, text, bool, integers, decimal, double, DateOnly, DateTimeOffset (written in UTC), Guid, Uri; others by their invariant text.</param>
    /// <param name="stop">Stops between rows.</param>
    public static async Task Write(Stream stream, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken stop = default)
    {
        await using var writer = CsvWriter.Create(stream, Options, leaveOpen: true);
        await Line(writer, headings, stop);
        await foreach (var row in rows.WithCancellation(stop))
        {
            await Line(writer, row, stop);
        }

        await writer.FlushAsync(stop);
    }

    private static ValueTask Line(CsvWriter writer, IReadOnlyList<object?> cells, CancellationToken stop)
    {
        foreach (var cell in cells)
        {
            var text = CellText.Of(cell).Replace("\0", "", StringComparison.Ordinal);
            writer.WriteField(cell is string && CellText.CouldRun(text) ? "'" + text : text);
        }

        return writer.EndRecordAsync(stop);
    }
}

/// <summary>How a value is written in a cell.</summary>
internal static class CellText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "TRUE" : "FALSE",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether a spreadsheet might take the text for a formula.</summary>
    public static bool CouldRun(string text)
    {
        var seen = text.AsSpan().TrimStart(" \u00A0\u200B\uFEFF\0");
        return !seen.IsEmpty && seen[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'
            && !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
    }
}
