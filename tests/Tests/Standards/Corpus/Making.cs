using System.IO.Compression;
using System.Text;

namespace Trellis.Tests.Standards.Corpus;

/// <summary>Makes files out of little.</summary>
internal static class Making
{
    public static Action<string> Text(string text) => path => File.WriteAllText(path, text, new UTF8Encoding(false));

    public static Action<string> Text(string text, Encoding encoding) => path => File.WriteAllText(path, text, encoding);

    public static Action<string> Bytes(params byte[] bytes) => path => File.WriteAllBytes(path, bytes);

    public static Action<string> Zip(params (string Name, string Content)[] entries) => path =>
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }
    };

    /// <summary>The file another maker makes, inside a ZIP.</summary>
    public static Action<string> Zipped(string name, Action<string> inside) => path =>
    {
        inside(path + ".inside");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        zip.CreateEntryFromFile(path + ".inside", name);
    };

    public static Action<string> Gzipped(Action<string> inside) => path =>
    {
        inside(path + ".inside");
        using var source = File.OpenRead(path + ".inside");
        using var packed = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
        source.CopyTo(packed);
    };

    /// <summary>Lines without end: what a bomb unpacks to.</summary>
    public static Action<string> Lines(long bytes) => path =>
    {
        using var file = File.Create(path);
        file.Write("a,b\n"u8);
        var piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1,2\n", 16_384)));
        for (long written = 0; written < bytes; written += piece.Length)
        {
            file.Write(piece);
        }
    };

    /// <summary>The same file with its end cut off.</summary>
    public static Action<string> Cut(Action<string> whole, double kept) => path =>
    {
        whole(path);
        using var file = File.OpenWrite(path);
        file.SetLength((long)(file.Length * kept));
    };

    /// <summary>The same file with some of its bytes changed.</summary>
    public static Action<string> Changed(Action<string> whole, Action<byte[]> change) => path =>
    {
        whole(path);
        var bytes = File.ReadAllBytes(path);
        change(bytes);
        File.WriteAllBytes(path, bytes);
    };

    /// <summary>A workbook of one sheet from the XML of its rows.</summary>
    public static Action<string> Workbook(string rows, string? shared = null, string before = "", params (string Name, string Content)[] more) => Zip(
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Clubs\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", before + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:XFD1048576\"/><sheetData>" + rows + "</sheetData></worksheet>"),
        .. shared is null ? [] : new[] { ("xl/sharedStrings.xml", shared) },
        .. more,
    ]);

    public static string Cell(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static string Line(params string[] cells) => "<row>" + string.Concat(cells.Select(Cell)) + "</row>";
}
