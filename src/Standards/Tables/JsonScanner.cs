using System.Text.Json;

namespace Trellis.Standards.Tables;

/// <summary>Walks through a JSON document and hands out the records of its list one at a time, keeping no more than one in memory.</summary>
/// <remarks>The list is the document itself, or the first member of it that is a list of objects, as in {"grants": [ … ]}.</remarks>
internal sealed class JsonScanner(Stream stream, string fileName, TableLimits limits)
{
    private byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;
    private bool finished;
    private int recordStart = -1;
    private int recordEnd;
    private bool inList;
    private bool listSeen;
    private string? member;
    private JsonReaderState state = new(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = limits.Depth });

    public long Number { get; private set; }

    /// <summary>The name of the member that holds the list; null where the document is the list.</summary>
    public string? ListName { get; private set; }

    /// <summary>The names of further members that hold lists of objects; complete at the end.</summary>
    public IReadOnlyList<string> FurtherLists => further;

    public ReadOnlySpan<byte> Record => recordStart < 0 ? [] : buffer.AsSpan(recordStart, recordEnd - recordStart);

    /// <summary>Goes to the next record; false at the end of the document.</summary>
    public bool Read()
    {
        recordStart = -1;
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(position, end - position), finished, state);
            var found = Walk(ref reader);
            position += (int)reader.BytesConsumed;
            state = reader.CurrentState;
            if (found)
            {
                recordEnd = position;
                Number++;
                return true;
            }

            if (finished)
            {
                return listSeen ? false : throw new UnreadableFileException($"{fileName} is JSON, but holds no list of records.");
            }

            Fill();
        }
    }

    /// <summary>Reads tokens until a record is whole; false where the buffer ends first.</summary>
    private bool Walk(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (recordStart >= 0)
            {
                if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == ListDepth)
                {
                    return true;
                }
            }
            else if (inList)
            {
                Enter(ref reader);
            }
            else
            {
                Seek(ref reader);
            }
        }

        return false;
    }

    private int ListDepth => ListName is null ? 1 : 2;

    private void Enter(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                recordStart = position + (int)reader.TokenStartIndex;
                break;
            case JsonTokenType.EndArray:
                inList = false;
                break;
            case JsonTokenType.Null:
                break;
            default:
                throw new UnreadableFileException($"{fileName}: record {Number + 1:N0} of its list is not a JSON object.");
        }
    }

    /// <summary>Looks for the list: an array at the top, or in a member of the top whose first element is an object.</summary>
    private void Seek(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName when reader.CurrentDepth == 1:
                member = reader.GetString();
                break;
            case JsonTokenType.StartArray when reader.CurrentDepth == 0:
                inList = listSeen = true;
                break;
            case JsonTokenType.StartArray when reader.CurrentDepth == 1:
                listSeen = true;
                candidate = true;
                return;
            case JsonTokenType.StartObject when candidate && Number > 0:
                further.Add(member ?? "?");
                break;
            case JsonTokenType.StartObject when candidate:
                ListName = member;
                inList = true;
                Enter(ref reader);
                break;
            default:
                break;
        }

        candidate = false;
    }

    private readonly List<string> further = [];
    private bool candidate;

    private void Fill()
    {
        var keep = recordStart >= 0 ? recordStart : position;
        buffer.AsSpan(keep, end - keep).CopyTo(buffer);
        position -= keep;
        end -= keep;
        recordStart = recordStart >= 0 ? 0 : -1;
        if (end == buffer.Length)
        {
            if (buffer.Length >= limits.RecordBytes)
            {
                throw new UnreadableFileException($"{fileName}: record {Number + 1:N0} is larger than {limits.RecordBytes >> 20:N0} MB; the file was not read.");
            }

            Array.Resize(ref buffer, Math.Min(buffer.Length * 2, limits.RecordBytes));
        }

        // To the brim: a long text is scanned anew each time, so there must not be many times.
        var count = stream.ReadAtLeast(buffer.AsSpan(end), buffer.Length - end, throwOnEndOfStream: false);
        end += count;
        finished = end < buffer.Length;
    }
}
