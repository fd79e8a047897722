using System.Text;

namespace Trellis.Standards.Tables;

/// <summary>Tells what a file is from its first bytes.</summary>
internal static class FileKind
{
    public enum Kind
    {
        Empty,
        Text,
        Json,
        Zip,
        Gzip,
        Ole,
        Pdf,
        Markup,
        Binary,
    }

    public static Kind Of(ReadOnlySpan<byte> head) => head switch
    {
        [] => Kind.Empty,
        [0x1F, 0x8B, ..] => Kind.Gzip,
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => Kind.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Kind.Ole,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => Kind.Pdf,
        [0xFF, 0xFE, ..] => OfText(Encoding.Unicode.GetString(Even(head[2..]))),
        [0xFE, 0xFF, ..] => OfText(Encoding.BigEndianUnicode.GetString(Even(head[2..]))),
        [0xEF, 0xBB, 0xBF, ..] => OfBytes(head[3..]),
        _ => OfBytes(head),
    };

    /// <summary>Whether a ZIP looks like a workbook by the names at its beginning.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> head) =>
        head.IndexOf("[Content_Types].xml"u8) >= 0 || head.IndexOf("xl/"u8) >= 0 || head.IndexOf("_rels/.rels"u8) >= 0;

    public static string Refusal(Kind kind, string name) => kind switch
    {
        Kind.Empty => $"{name} is empty.",
        Kind.Pdf => $"{name} is a PDF; please ask for the same as a spreadsheet or CSV.",
        Kind.Markup => $"{name} is a web page or an XML file, not a table; perhaps the download led to a page that asks for something.",
        Kind.Ole => $"{name} is an old Office file; please save it as .xlsx or .csv.",
        _ => $"{name} is not a table: it holds bytes that no text has. We read CSV, XLSX, JSON and GeoJSON.",
    };

    private static Kind OfBytes(ReadOnlySpan<byte> head)
    {
        var solid = head.TrimStart(" \t\r\n"u8);
        return solid switch
        {
            [] => Kind.Empty,
            [(byte)'{', ..] or [(byte)'[', ..] => Kind.Json,
            [(byte)'<', ..] => Kind.Markup,
            _ => IsBinary(head) ? Kind.Binary : Kind.Text,
        };
    }

    /// <summary>A NUL stands in no text; a few other control characters may, by accident.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        if (head.Contains((byte)0))
        {
            return true;
        }

        var controls = 0;
        foreach (var one in head)
        {
            controls += one is < 9 or (> 13 and < 27) ? 1 : 0;
        }

        return controls > 8 + (head.Length / 50);
    }

    private static Kind OfText(string text)
    {
        var solid = text.AsSpan().TrimStart();
        return solid switch
        {
            [] => Kind.Empty,
            ['{', ..] or ['[', ..] => Kind.Json,
            ['<', ..] => Kind.Markup,
            _ => solid.Contains('\0') ? Kind.Binary : Kind.Text,
        };
    }

    private static ReadOnlySpan<byte> Even(ReadOnlySpan<byte> bytes) => bytes[..(bytes.Length & ~1)];
}
