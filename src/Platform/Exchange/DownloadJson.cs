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
            default:
                if (DownloadValue.Number(value) is { } number)
                {
                    writer.WritePropertyName(name);
                    writer.WriteRawValue(number);
                }
                else
                {
                    writer.WriteString(name, DownloadValue.Text(value));
                }

                break;
        }
    }
}
