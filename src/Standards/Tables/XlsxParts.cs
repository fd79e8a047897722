using System.Xml;

namespace Trellis.Standards.Tables;

/// <summary>The small parts of a workbook: its sheets, its texts, and which styles are dates.</summary>
internal static class XlsxParts
{
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static XmlReader Read(Stream part) => XmlReader.Create(part, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    /// <summary>The workbook's sheets with the path of each, in order, and whether its dates count from 1904.</summary>
    public static (IReadOnlyList<XlsxSheet> Sheets, bool From1904) Workbook(Archive archive)
    {
        var targets = Targets(archive);
        var sheets = new List<XlsxSheet>();
        var from1904 = false;
        using var xml = Read(archive.Part("xl/workbook.xml") ?? throw new UnreadableFileException($"{archive.FileName} is an Office file, but not a spreadsheet."));
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && targets.TryGetValue(Id(xml), out var target))
            {
                sheets.Add(new XlsxSheet(xml.GetAttribute("name") ?? "", target, xml.GetAttribute("state") is "hidden" or "veryHidden"));
            }
        }

        return (sheets, from1904);
    }

    public static List<string> SharedTexts(Archive archive, TableLimits limits)
    {
        var texts = new List<string>();
        if (archive.Part("xl/sharedStrings.xml") is not { } part)
        {
            return texts;
        }

        long length = 0;
        var reader = new XlsxText(archive.FileName, limits);
        using var xml = Read(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
            {
                continue;
            }

            var text = reader.Runs(xml);
            length += text.Length;
            texts.Add(text);
            if (texts.Count > limits.SharedTexts || length > limits.SharedTextLength)
            {
                throw new UnreadableFileException($"{archive.FileName} holds too much text for a spreadsheet; please save it as CSV.");
            }
        }

        return texts;
    }

    private static string Id(XmlReader xml) =>
        xml.GetAttribute("id", Relations) ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";

    private static Dictionary<string, string> Targets(Archive archive)
    {
        var targets = new Dictionary<string, string>();
        if (archive.Part("xl/_rels/workbook.xml.rels") is not { } part)
        {
            return targets;
        }

        using var xml = Read(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship"
                && xml.GetAttribute("Target") is { } target && (xml.GetAttribute("Type") ?? "").EndsWith("/worksheet", StringComparison.Ordinal))
            {
                targets[xml.GetAttribute("Id") ?? ""] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return targets;
    }
}

internal sealed record XlsxSheet(string Name, string Path, bool Hidden);
