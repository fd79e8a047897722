using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Trellis.Standards.Tables;

/// <summary>The record the scanner stands on, flattened when somebody asks for a cell: nested members have paths such as "recipientOrganization/0/id".</summary>
/// <param name="scanner">Stands on the record.</param>
/// <param name="fileName">As messages name it.</param>
/// <param name="limits">How large it may be.</param>
/// <param name="headings">Those known so far; further ones are added as they turn up.</param>
internal sealed class JsonRow(JsonScanner scanner, string fileName, TableLimits limits, HeadingList headings) : Row
{
    private const string Geometry = "geometry";
    private const string GeometryType = "geometry/type";
    private string?[] cells = new string?[Math.Max(64, headings.Count)];
    private bool wholeAsked;
    private bool flat;
    private string? fault;

    public override string? Sheet => null;

    public override long Number => scanner.Number;

    public override IReadOnlyList<string> Headings
    {
        get
        {
            Flatten();
            return headings.Names;
        }
    }

    public override string? Fault
    {
        get
        {
            Flatten();
            return fault;
        }
    }

    public override ReadOnlySpan<byte> Json
    {
        get
        {
            wholeAsked = true;
            return scanner.Record;
        }
    }

    public override string? this[int position]
    {
        get
        {
            Flatten();
            return position >= 0 && position < cells.Length ? cells[position] : null;
        }
    }

    public override int Position(string heading)
    {
        Flatten();
        return headings.Position(heading);
    }

    public override ReadOnlySpan<char> Text(int position) => this[position];

    public void Forget() => flat = false;

    /// <summary>The headings from the position on; none where somebody reads the records whole.</summary>
    public IReadOnlyList<string> Later(int position) => wholeAsked ? [] : [.. headings.Names.Skip(position)];

    private void Flatten()
    {
        if (flat)
        {
            return;
        }

        flat = true;
        fault = null;
        Array.Clear(cells);
        var reader = new Utf8JsonReader(scanner.Record, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = limits.Depth });
        reader.Read();
        Members(ref reader, "", feature: scanner.ListName == "features");
    }

    private void Members(ref Utf8JsonReader reader, string path, bool feature)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = Words(ref reader) ?? "?";
            reader.Read();
            if (feature && name == "properties" && reader.TokenType == JsonTokenType.StartObject)
            {
                Members(ref reader, "", feature: false);
            }
            else if (feature && name == Geometry)
            {
                Shape(Raw(ref reader));
            }
            else if (!feature || name != "type")
            {
                Value(ref reader, path.Length == 0 ? name : path + "/" + name);
            }
        }
    }

    /// <summary>A list of spots says so in a column: it is no list of outlines.</summary>
    private void Shape(string? geometry)
    {
        Keep(Geometry, geometry);
        if (geometry?.Contains("Point\"", StringComparison.Ordinal) == true && (Number == 1 || headings.Position(GeometryType) >= 0))
        {
            Keep(GeometryType, geometry.Contains("\"Point\"", StringComparison.Ordinal) ? "Point" : "MultiPoint");
        }
    }

    private void Value(ref Utf8JsonReader reader, string path)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                Members(ref reader, path, feature: false);
                break;
            case JsonTokenType.StartArray:
                for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                {
                    Value(ref reader, path + "/" + i.ToString(CultureInfo.InvariantCulture));
                }

                break;
            case JsonTokenType.String:
                Keep(path, Words(ref reader));
                break;
            case JsonTokenType.Null:
                Keep(path, null);
                break;
            default:
                Keep(path, Encoding.UTF8.GetString(reader.ValueSpan));
                break;
        }
    }

    /// <summary>A text; an escape that stands for half a character cannot be read as one.</summary>
    private string? Words(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            fault = "The record holds half a character (a lone surrogate).";
            return null;
        }
    }

    private string? Raw(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var from = (int)reader.TokenStartIndex;
        reader.Skip();
        return Encoding.UTF8.GetString(scanner.Record[from..(int)reader.BytesConsumed]);
    }

    private void Keep(string path, string? text)
    {
        var position = headings.Position(path);
        if (position < 0)
        {
            if (headings.Count == limits.Columns)
            {
                throw new UnreadableFileException($"{fileName}, record {Number:N0}: there are more than {limits.Columns:N0} different members; the file was not read.");
            }

            position = headings.Add(path);
            if (position == cells.Length)
            {
                Array.Resize(ref cells, cells.Length * 2);
            }
        }

        if (cells[position] is not null)
        {
            fault = $"The member \"{path}\" is there twice.";
        }

        if (text is not null && text.Contains('\0', StringComparison.Ordinal))
        {
            fault = "The record holds a character that no text has (NUL).";
            text = text.Replace("\0", "", StringComparison.Ordinal);
        }

        text = text?.Trim();
        cells[position] = string.IsNullOrEmpty(text) ? null : text;
    }
}
