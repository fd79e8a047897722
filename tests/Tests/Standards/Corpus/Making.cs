using System.IO.Compression;
using System.Text;

namespace Trellis.Tests.Standards.Corpus;

/// <summary>Makes files out of little.</summary>
internal static class Making
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

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
        ("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>{Override("workbook", "sheet.main")}{Override("worksheets/sheet1", "worksheet")}{Override("worksheets/sheet2", "worksheet")}{Override("sharedStrings", "sharedStrings")}{Override("styles", "styles")}</Types>"),
        ("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\">{Relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Clubs\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">{Relation("r1", "worksheet", "worksheets/sheet1.xml")}{(shared is null ? "" : Relation("r2", "sharedStrings", "sharedStrings.xml"))}{(more.Any(m => m.Name == "xl/styles.xml") ? Relation("r3", "styles", "styles.xml") : "")}</Relationships>"),
        ("xl/worksheets/sheet1.xml", before + $"<worksheet xmlns=\"{Main}\"><dimension ref=\"A1:XFD1048576\"/><sheetData>" + rows + "</sheetData></worksheet>"),
        .. shared is null ? [] : new[] { ("xl/sharedStrings.xml", Named(shared)) },
        .. more.Select(m => (m.Name, Named(m.Content))),
    ]);

    public static string Cell(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static string Line(params string[] cells) => "<row>" + string.Concat(cells.Select(Cell)) + "</row>";

    /// <summary>The same with the standard's name at the root.</summary>
    public static string Named(string xml) => xml
        .Replace("<sst>", $"<sst xmlns=\"{Main}\">", StringComparison.Ordinal)
        .Replace("<styleSheet>", $"<styleSheet xmlns=\"{Main}\">", StringComparison.Ordinal)
        .Replace("<worksheet>", $"<worksheet xmlns=\"{Main}\">", StringComparison.Ordinal)
        .Replace("<workbook ", $"<workbook xmlns=\"{Main}\" ", StringComparison.Ordinal)
        .Replace("<Relationships>", $"<Relationships xmlns=\"{Package}/relationships\">", StringComparison.Ordinal)
        .Replace("\"x/", $"\"{Relations}/", StringComparison.Ordinal);

    private static string Override(string part, string content) => $"<Override PartName=\"/xl/{part}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{content}+xml\"/>";

    private static string Relation(string id, string type, string target) => $"<Relationship Id=\"{id}\" Type=\"{Relations}/{type}\" Target=\"{target}\"/>";
}
