using System.IO.Compression;
using System.Text;
using Trellis.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Standards.Tables;

/// <summary>Small files in a folder that goes when the test is over.</summary>
public sealed class Files : IDisposable
{
    private readonly string folder = Scratch.Folder("tables");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public string Keep(byte[] content, string name = "list.csv")
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Keep(string content, string name = "list.csv") => Keep(Encoding.UTF8.GetBytes(content), name);

    /// <summary>A ZIP with these entries.</summary>
    public string Zip(string name, params (string Name, string Content)[] entries)
    {
        var path = Path.Combine(folder, name);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (entry, content) in entries)
        {
            using var part = zip.CreateEntry(entry).Open();
            part.Write(Encoding.UTF8.GetBytes(content));
        }

        return path;
    }

    /// <summary>All rows as "number: cell|cell", with the fault behind it where there is one.</summary>
    internal static List<string> Read(string path, TableLimits? limits = null)
    {
        using var table = TableFile.Open(path, limits ?? TableLimits.Usual);
        return [.. table.Rows().Select(Line)];
    }

    /// <summary>The rows before the file broke, and the sentence it broke with.</summary>
    internal static (List<string> Rows, string Sentence) Broken(string path, TableLimits? limits = null)
    {
        var rows = new List<string>();
        var broken = Assert.Throws<UnreadableFileException>(() =>
        {
            using var table = TableFile.Open(path, limits ?? TableLimits.Usual);
            rows.AddRange(table.Rows().Select(Line));
        });
        return (rows, broken.Message);
    }

    private static string Line(Row row) =>
        $"{row.Number}: {string.Join('|', Enumerable.Range(0, row.Headings.Count).Select(i => row[i] ?? "-"))}{(row.Fault is { } fault ? $" ! {fault}" : "")}";
}
