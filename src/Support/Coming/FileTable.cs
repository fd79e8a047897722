using Trellis.Platform;
using Trellis.Platform.Documents;
using Trellis.Standards.Tables;

namespace Trellis.Support.Coming;

/// <summary>One row of a file, with its cells in the order of the headings.</summary>
/// <param name="Number">As a spreadsheet counts: the headings are row 1.</param>
/// <param name="Fault">What is wrong with the row as a row.</param>
internal sealed record FileRow(long Number, string? Sheet, string?[] Cells, string? Fault);

/// <summary>A file out of another system, read whole.</summary>
internal sealed record FileTable(IReadOnlyList<string> Headings, IReadOnlyList<FileRow> Rows)
{
    public const int MostRows = 50_000;
    private const int MostColumns = 200;
    private static readonly TableLimits Limits = new() { Bytes = 200L << 20, CellLength = 100_000, RowLength = 1_000_000, Columns = 1_000, SharedTextLength = 60_000_000 };

    /// <summary>Reads to the end, so that half a file is noticed before anybody relies on it.</summary>
    public static Result<FileTable> Read(string name, byte[] content)
    {
        if (content.Length == 0)
        {
            return Wrong("This file is empty. Open it to see whether it was saved, and choose it again.");
        }

        using var folder = new FileInFolder(name, content);
        try
        {
            using var file = TableFile.Open(folder.Path, Limits);
            return file.IsJson ? Wrong("This is no table. Export it as CSV or XLSX and choose that.") : Read(file);
        }
        catch (UnreadableFileException unreadable)
        {
            return Wrong(unreadable.Message);
        }
    }

    private static Result<FileTable> Read(TableFile file)
    {
        if (file.Headings.Count > MostColumns)
        {
            return Wrong($"This file has more than {MostColumns} columns. Take away those that nobody needs, and choose it again.");
        }

        var rows = new List<FileRow>();
        foreach (var row in file.Rows())
        {
            if (rows.Count == MostRows)
            {
                return Wrong($"This file has more than {MostRows:N0} rows. Export a few years at a time, and bring in one file after the other.");
            }

            rows.Add(new(row.Number, row.Sheet, [.. file.Headings.Select(heading => CsvOut.AsItWas(row[heading]))], row.Fault));
        }

        return rows.Count == 0 ? Wrong("There is nothing below the headings of this file. Look whether the export went well.") : new FileTable(file.Headings, rows);
    }

    private static Problem Wrong(string sentence) => new("File", sentence);
}
