using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Trellis.Standards.Tables;

/// <summary>One part of a workbook, read element by element within the limits.</summary>
internal sealed class XlsxPart : IDisposable
{
    /// <summary>Far deeper than any part of a workbook is.</summary>
    private const int Deepest = 64;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private readonly string fileName;
    private readonly GuardedStream stream;
    private readonly XmlReader xml;

    public XlsxPart(OpenXmlPart part, Archive archive)
    {
        fileName = archive.FileName;
        stream = archive.Guard(part.Uri.OriginalString, part.GetStream(FileMode.Open, FileAccess.Read));
        var names = new NameTable();
        names.Add(Main); // the reader then gives back this very string, which is known at a glance
        xml = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, NameTable = names });
    }

    public int Depth => xml.Depth;

    /// <summary>Goes to the next beginning of an element, below this depth where one is given; false where there is none.</summary>
    public bool Next(int below = -1)
    {
        if (xml.Depth == below && xml.IsEmptyElement)
        {
            return false; // such an element has no end to stop at
        }

        while (xml.Read() && xml.Depth > below)
        {
            if (xml.Depth > Deepest)
            {
                throw Unlike();
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether this is the element of a workbook with the name, as in row or c.</summary>
    public bool Is(string name) => xml.LocalName == name && xml.NamespaceURI is Main or Strict;

    public string? this[string attribute] => xml.GetAttribute(attribute);

    /// <summary>The text of the element; the end of the element comes next.</summary>
    public string Text()
    {
        string? text = null;
        if (xml.IsEmptyElement)
        {
            return "";
        }

        while (xml.Read() && xml.NodeType is not (XmlNodeType.EndElement or XmlNodeType.Element))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                text = text is null ? xml.Value : throw Unlike();
            }
        }

        return text ?? "";
    }

    /// <summary>From here on a new row or text is read, which may be as long as any.</summary>
    public void Begin() => stream.Begin();

    public void Dispose()
    {
        xml.Dispose();
        stream.Dispose();
    }

    /// <summary>An attribute in whatever namespace, as in r:id.</summary>
    public string? Prefixed(string attribute)
    {
        string? value = null;
        for (var any = xml.MoveToFirstAttribute(); any && value is null; any = xml.MoveToNextAttribute())
        {
            value = xml.LocalName == attribute ? xml.Value : null;
        }

        xml.MoveToElement();
        return value;
    }

    private UnreadableFileException Unlike() =>
        new($"{fileName} is written in a way that no spreadsheet program writes; please open it in one and save it again.");
}
