using System.Globalization;
using System.Text.Json;

namespace Trellis.Platform.Exchange;

/// <summary>An object with the attribution and the rows, each an object with the headings as names; what is unknown is null.</summary>
internal static class DownloadJson
{
    private const int Enough = 32 * 1024;

    public static async Task Write<T>(Stream to, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, IReadOnlyList<string> attribution, CancellationToken stop)
    {
        await using var writer = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteStartArray("attribution");
        foreach (var sentence in attribution)
        {
            writer.WriteStringValue(sentence);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        await foreach (var row in rows.WithCancellation(stop))
        {
            writer.WriteStartObject();
            foreach (var column in columns)
            {
                Member(writer, column.Heading, column.Value(row));
            }

            writer.WriteEndObject();
            if (writer.BytesPending > Enough)
            {
                await writer.FlushAsync(stop);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(stop);
    }

    private static void Member(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull(name);
                break;
            case bool yes:
                writer.WriteBoolean(name, yes);
                break;
            case Money money:
                writer.WriteNumber(name, money.Pence * 0.01m);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case long number:
                writer.WriteNumber(name, number);
                break;
            case double number:
                writer.WriteNumber(name, (decimal)Math.Round(number, 6));
                break;
            case DateOnly day:
                writer.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset at:
                writer.WriteString(name, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteString(name, value.ToString());
                break;
        }
    }
}
