using System.Runtime.InteropServices;
using Trellis.Standards.Tables;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>A row with its texts, null where a cell is empty.</summary>
internal sealed record KeptRow(string? Sheet, IReadOnlyList<string> Headings, long Number, string? Fault, string?[] Cells);

/// <summary>The rows of a file as they went past, kept on the disk to be gone through once more: that is far quicker than to unpack and read a workbook a second time.</summary>
internal sealed class KeptRows : IDisposable
{
    private readonly FileStream disk = new(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
    private readonly BinaryWriter writer;
    private readonly List<(string? Name, IReadOnlyList<string> Headings)> sheets = [];
    private long count;

    public KeptRows() => writer = new(disk);

    public void Add(Row row)
    {
        if (sheets.Count == 0 || !ReferenceEquals(sheets[^1].Headings, row.Headings))
        {
            sheets.Add((row.Sheet, row.Headings));
        }

        count++;
        writer.Write7BitEncodedInt(sheets.Count - 1);
        writer.Write7BitEncodedInt64(row.Number);
        Write(row.Fault);
        for (var at = 0; at < row.Headings.Count; at++)
        {
            Write(row.Text(at));
        }
    }

    public IEnumerable<KeptRow> Rows()
    {
        writer.Flush();
        disk.Position = 0;
        using var reader = new BinaryReader(disk, System.Text.Encoding.UTF8, leaveOpen: true);
        for (var left = count; left > 0; left--)
        {
            var (name, headings) = sheets[reader.Read7BitEncodedInt()];
            var (number, fault) = (reader.Read7BitEncodedInt64(), Text(reader));
            var cells = new string?[headings.Count];
            for (var at = 0; at < cells.Length; at++)
            {
                cells[at] = Text(reader);
            }

            yield return new(name, headings, number, fault, cells);
        }
    }

    public void Dispose() => writer.Dispose();

    private void Write(ReadOnlySpan<char> text)
    {
        writer.Write7BitEncodedInt(text.Length);
        writer.Write(MemoryMarshal.AsBytes(text));
    }

    private static string? Text(BinaryReader reader)
    {
        var length = reader.Read7BitEncodedInt();
        return length == 0 ? null : string.Create(length, reader, (text, from) => from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(text)));
    }
}
