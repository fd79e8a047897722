using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Standards.Tables;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>Writes grants in the 360Giving Data Standard 1.4, as JSON, CSV or XLSX, holding no more than one grant.</summary>
public static class GrantOut
{
    /// <summary>The version written into a package.</summary>
    public const string Version = "1.4";

    /// <summary>Writes a package: {"version": "1.4", …metadata, "grants": [ … ]}. The stream stays open.</summary>
    /// <param name="stream">Where to write.</param>
    /// <param name="metadata">Members for the package beside the grants, as in title, issued, license, publisher; may be empty. One that is null is left out.</param>
    /// <param name="grants">The grants, as they come.</param>
    /// <param name="stop">Stops between grants.</param>
    public static async Task Json(Stream stream, JsonObject metadata, IAsyncEnumerable<Grant> grants, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        await using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("version", Version);
        foreach (var (name, value) in metadata.Where(m => m.Key is not ("version" or "grants")))
        {
            if (value is not null)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        }

        json.WriteStartArray("grants");
        await foreach (var grant in grants.WithCancellation(stop))
        {
            grant.Content.WriteTo(json);
            if (json.BytesPending > 1 << 15)
            {
                await json.FlushAsync(stop);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(stop);
    }

    /// <summary>Writes CSV with the headings given, as <see cref="HeadingsOf"/> makes them. The stream stays open.</summary>
    public static Task Csv(Stream stream, IReadOnlyList<string> headings, IAsyncEnumerable<Grant> grants, CancellationToken stop = default) =>
        CsvOut.Write(stream, headings, Rows(headings, grants, stop), stop);

    /// <summary>
    /// Writes a workbook with a sheet "grants" and the headings given, as <see cref="HeadingsOf"/> makes them, and the standard's sheet "Meta" about the data:
    /// one line for the version and for each member of the metadata, its name beside its value. The stream stays open.
    /// </summary>
    /// <param name="stream">Where to write.</param>
    /// <param name="metadata">What describes the package beside the grants, as in title, description, license; plain values alone. One that is null is left out.</param>
    /// <param name="headings">The headings of the grants.</param>
    /// <param name="grants">The grants, as they come.</param>
    /// <param name="stop">Stops between grants.</param>
    public static Task Xlsx(Stream stream, JsonObject metadata, IReadOnlyList<string> headings, IAsyncEnumerable<Grant> grants, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var lines = metadata.Where(member => member.Value is JsonValue).Select(IReadOnlyList<object?> (member) => [char.ToUpperInvariant(member.Key[0]) + member.Key[1..], Value((JsonValue)member.Value!)]);
        return XlsxOut.Write(stream, [new("grants", headings, Rows(headings, grants, stop)), new("Meta", ["Version", Version], lines.ToAsyncEnumerable())], stop);
    }

    /// <summary>The headings these grants need: those of the standard in its order, then what is beyond it. A second item of a list has its position in the heading, as in Beneficiary Location:1:Name.</summary>
    public static IReadOnlyList<string> HeadingsOf(IEnumerable<Grant> grants)
    {
        var order = GrantField.All.Select((field, i) => (field.Path, i)).ToDictionary(f => f.Path, f => f.i);
        return
        [
            .. grants.SelectMany(g => GrantParts.Leaves(g.Content)).Select(l => Column(l.Path)).Distinct()
                .OrderBy(path => GrantField.At(path) is { } field ? order[field.Path] : int.MaxValue).ThenBy(path => path, StringComparer.Ordinal).Select(Heading),
        ];
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IReadOnlyList<string> headings, IAsyncEnumerable<Grant> grants, [EnumeratorCancellation] CancellationToken stop)
    {
        var positions = headings.Select((heading, i) => (heading, i)).ToDictionary(h => h.heading, h => h.i);
        await foreach (var grant in grants.WithCancellation(stop))
        {
            var cells = new object?[headings.Count];
            foreach (var leaf in GrantParts.Leaves(grant.Content))
            {
                if (positions.TryGetValue(Heading(Column(leaf.Path)), out var position))
                {
                    var value = Value(leaf.Value);
                    cells[position] = cells[position] is { } before ? $"{before};{value}" : value;
                }
            }

            yield return cells;
        }
    }

    /// <summary>Lists of plain values share one column.</summary>
    private static string Column(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash > 0 && GrantField.IsPosition(path[(slash + 1)..]) ? path[..slash] : path;
    }

    private static string Heading(string path)
    {
        var parts = path.Split('/');
        if (GrantField.At(path) is not { } field)
        {
            return string.Join(':', parts.Where(p => p != "0"));
        }

        var later = parts.Where(p => GrantField.IsPosition(p) && p != "0").ToArray();
        var colon = field.Heading.LastIndexOf(':');
        return later.Length == 0 || colon < 0 ? field.Heading : $"{field.Heading[..colon]}:{string.Join(':', parts.Where(GrantField.IsPosition))}{field.Heading[colon..]}";
    }

    private static object? Value(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => value.TryGetValue<decimal>(out var number) ? number : value.ToJsonString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetValue<string>(),
        _ => null,
    };
}
