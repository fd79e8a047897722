using System.Text;
using System.Xml;

namespace Trellis.Platform.Documents;

/// <summary>What the parts of a packed document say together: which kind it is, or why it is not taken.</summary>
internal sealed class OfficeParts
{
    public const string MimeType = "mimetype";

    private const string Types = "[Content_Types].xml";
    private const int DeepestMarkup = 400;

    private static readonly string[] Dangerous =
    [
        ".exe", ".dll", ".com", ".scr", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".jse", ".wsf", ".hta", ".lnk", ".jar", ".class", ".msi", ".sh", ".py", ".html", ".htm", ".mht", ".xht", ".swf", ".zip", ".rar", ".7z",
        ".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".xlam", ".pptm", ".doc", ".xls", ".ppt",
    ];

    private string? main;
    private string? openDocument;
    private bool hasTypes;

    public bool IsOpenDocument => openDocument is not null;

    public DocumentKind? Kind => (main, openDocument) switch
    {
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", null) when hasTypes => DocumentKind.Docx,
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", null) when hasTypes => DocumentKind.Xlsx,
        (null, "application/vnd.oasis.opendocument.text") when !hasTypes => DocumentKind.Odt,
        (null, "application/vnd.oasis.opendocument.spreadsheet") when !hasTypes => DocumentKind.Ods,
        _ => null,
    };

    /// <summary>Of what is none of the kinds.</summary>
    public string WhyNot => hasTypes && openDocument is not null ? FileRefusals.TwoInOne : hasTypes || openDocument is not null ? FileRefusals.NotKnown : FileRefusals.Packed;

    /// <summary>Why the part makes the whole unfit; null where it does not.</summary>
    public string? Look(string name, byte[] content, bool isInside)
    {
        var lower = name.ToLowerInvariant();
        if (lower.Contains("vbaproject") || lower.Contains("vbadata") || lower.Contains("macrosheets/") || lower.StartsWith("basic/", StringComparison.Ordinal) || lower.StartsWith("scripts/", StringComparison.Ordinal))
        {
            return FileRefusals.Macros;
        }

        if (Dangerous.Any(ending => lower.EndsWith(ending, StringComparison.Ordinal)) || lower.Contains("activex/") || lower.Contains("oleobject") || lower is "meta-inf/manifest.mf" || IsProgramme(content))
        {
            return FileRefusals.Holds;
        }

        if (lower.EndsWith(".docx", StringComparison.Ordinal) || lower.EndsWith(".xlsx", StringComparison.Ordinal)) // the numbers behind a chart
        {
            return isInside || !LookIntoZip.Of(content, isInside: true).Succeeded ? FileRefusals.Holds : null;
        }

        if (name == MimeType)
        {
            openDocument = Encoding.ASCII.GetString(content);
            return null;
        }

        return lower.EndsWith(".xml", StringComparison.Ordinal) || lower.EndsWith(".rels", StringComparison.Ordinal) || lower.EndsWith(".rdf", StringComparison.Ordinal) ? Markup(name, content) : null;
    }

    private static bool IsProgramme(ReadOnlySpan<byte> content) =>
        content.StartsWith("MZ"u8) || content.StartsWith("\u007fELF"u8) || content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || content.StartsWith((ReadOnlySpan<byte>)[0xCA, 0xFE, 0xBA, 0xBE]);

    /// <summary>Reads a part from end to end: no document types, not too deep, and what the lists of parts and of relations say.</summary>
    private string? Markup(string name, byte[] content)
    {
        using var reader = XmlReader.Create(new MemoryStream(content), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true });
        hasTypes |= name == Types;
        while (reader.Read())
        {
            if (reader.Depth > DeepestMarkup)
            {
                return FileRefusals.Bomb;
            }

            if (reader.NodeType == XmlNodeType.Element && Element(reader, name) is { } why)
            {
                return why;
            }
        }

        return null;
    }

    private string? Element(XmlReader reader, string part)
    {
        if (part == Types && reader.GetAttribute("ContentType") is { } type)
        {
            main = type.EndsWith(".main+xml", StringComparison.Ordinal) ? type : main;
            return type.Contains("macro", StringComparison.OrdinalIgnoreCase) || type.Contains("vba", StringComparison.OrdinalIgnoreCase) ? FileRefusals.Macros : null;
        }

        return part switch
        {
            "META-INF/manifest.xml" when reader.LocalName == "encryption-data" => FileRefusals.Locked,
            "META-INF/manifest.xml" when reader.GetAttribute("media-type", reader.NamespaceURI)?.Contains("oleobject", StringComparison.OrdinalIgnoreCase) == true => FileRefusals.Holds,
            _ when part.EndsWith(".rels", StringComparison.Ordinal) && reader.LocalName == "Relationship" && Fetches(reader.GetAttribute("Type"), reader.GetAttribute("TargetMode"), reader.GetAttribute("Target")) => FileRefusals.Fetches,
            _ => null,
        };
    }

    /// <summary>Links that people follow are well; a template, object or frame that opens by itself is not, unless it lies on the reader's own machine.</summary>
    private static bool Fetches(string? type, string? mode, string? target) =>
        mode == "External" && type is not null && !type.EndsWith("/hyperlink", StringComparison.Ordinal)
        && (type.EndsWith("/oleObject", StringComparison.Ordinal) || type.EndsWith("/frame", StringComparison.Ordinal) || type.EndsWith("/subDocument", StringComparison.Ordinal) || type.EndsWith("/attachedTemplate", StringComparison.Ordinal)
            || type.EndsWith("/image", StringComparison.Ordinal))
        && target is not null && (target.StartsWith(@"\\", StringComparison.Ordinal) || (Uri.TryCreate(target, UriKind.Absolute, out var to) && (!to.IsFile || to.IsUnc)));
}
