using System.IO.Compression;
using System.Text;
using SkiaSharp;
using Trellis.Platform.Documents;

namespace Trellis.Tests.Documents;

/// <summary>Small files of every kind that is taken, as the usual programs write them.</summary>
internal static class GoodFiles
{
    public const string Canary = "Canaryville 53.4084N";

    public const string WordTypes = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";
    public const string SheetTypes = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""";
    private const string Manifest = """<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="x"/></manifest:manifest>""";

    public static byte[] Pdf { get; } = Text("%PDF-1.4\n%âãÏÓ\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\nxref\n0 3\n0000000000 65535 f \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n110\n%%EOF\n");

    public static byte[] Docx { get; } = Word();

    public static byte[] Xlsx { get; } = Zip(("[Content_Types].xml", Text(SheetTypes)), ("xl/workbook.xml", Text("<workbook/>")), ("xl/worksheets/sheet1.xml", Text("<worksheet><sheetData/></worksheet>")));

    public static byte[] Odt { get; } = Open("application/vnd.oasis.opendocument.text");

    public static byte[] Ods { get; } = Open("application/vnd.oasis.opendocument.spreadsheet");

    public static byte[] Plain { get; } = Text("Minutes of the meeting of 3 May 2026\n\nPresent: eight members. The balance is £212 – all agreed.\n");

    public static byte[] Csv { get; } = Text("Date,What,Amount,Phone\n2026-05-01,Rent,-120.50,+44 (0)161 496-0000\n2026-05-02,Subscriptions,\"-1,064.5\",-\n2026-05-03,Interest,+1.5E-3,\n");

    public static byte[] Png { get; } = Picture(SKEncodedImageFormat.Png);

    public static byte[] Webp { get; } = Picture(SKEncodedImageFormat.Webp);

    /// <summary>A JPEG as a telephone makes it: lying on its side, with where it was taken.</summary>
    public static byte[] Jpeg { get; } = WithExif(Picture(SKEncodedImageFormat.Jpeg), orientation: 6);

    public static IReadOnlyDictionary<DocumentKind, byte[]> All { get; } = new Dictionary<DocumentKind, byte[]>
    {
        [DocumentKind.Pdf] = Pdf,
        [DocumentKind.Docx] = Docx,
        [DocumentKind.Xlsx] = Xlsx,
        [DocumentKind.Odt] = Odt,
        [DocumentKind.Ods] = Ods,
        [DocumentKind.Text] = Plain,
        [DocumentKind.Csv] = Csv,
        [DocumentKind.Png] = Png,
        [DocumentKind.Webp] = Webp,
        [DocumentKind.Jpeg] = Jpeg,
    };

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Word(params (string Name, byte[] Content)[] more) =>
        Zip([("[Content_Types].xml", Text(WordTypes)), ("_rels/.rels", Text("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>""")), ("word/document.xml", Text("<document>Our constitution</document>")), .. more]);

    public static byte[] Open(string type, params (string Name, byte[] Content)[] more) =>
        Zip([("mimetype", Text(type)), ("content.xml", Text("<office/>")), .. more.Any(part => part.Name == "META-INF/manifest.xml") ? more : [("META-INF/manifest.xml", Text(Manifest)), .. more]]);

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                part.Write(content);
            }
        }

        return made.ToArray();
    }

    /// <summary>Wider than high, red at the left and blue at the right.</summary>
    private static byte[] Picture(SKEncodedImageFormat format)
    {
        using var points = new SKBitmap(48, 32);
        using var canvas = new SKCanvas(points);
        canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, 24, 32, red);
        canvas.Flush();
        using var made = points.Encode(format, 95);
        return made.ToArray();
    }

    private static byte[] WithExif(byte[] jpeg, byte orientation)
    {
        byte[] canary = [.. Text(Canary), 0];
        byte[] tiff =
        [
            .. "II"u8, 42, 0, 8, 0, 0, 0,
            3, 0, // entries: description, orientation, where the place stands
            0x0E, 0x01, 2, 0, (byte)canary.Length, 0, 0, 0, 50, 0, 0, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
            0x25, 0x88, 4, 0, 1, 0, 0, 0, (byte)(50 + canary.Length), 0, 0, 0,
            0, 0, 0, 0,
            .. canary,
            1, 0, // the place: one entry, north
            1, 0, 2, 0, 2, 0, 0, 0, (byte)'N', 0, 0, 0,
            0, 0, 0, 0,
        ];
        var length = 2 + 6 + tiff.Length;
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. "Exif\0\0"u8, .. tiff, 0xFF, 0xFE, 0, (byte)(2 + canary.Length), .. canary, .. jpeg[2..]];
    }
}
