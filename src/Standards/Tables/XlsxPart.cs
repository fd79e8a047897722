using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Trellis.Standards.Tables;

/// <summary>One part of a workbook, read element by element within the limits.</summary>
internal sealed class XlsxPart : IDisposable
{
    /// <summary>Far deeper than any part of a workbook is.</summary>
    private const int Deepest = 64;

    private readonly GuardedStream stream;
    private readonly OpenXmlPartReader reader;

    public XlsxPart(OpenXmlPart part, Archive archive)
    {
        Prove(part, archive);
        stream = Unpacked(part, archive);
        reader = new OpenXmlPartReader(stream, part.Features, new OpenXmlPartReaderOptions { CloseStream = true });
    }

    public int Depth => reader.Depth;

    /// <summary>Goes to the next beginning of an element, below this depth where one is given; false where there is none.</summary>
    public bool Next(int below = -1)
    {
        while (reader.Read() && reader.Depth > below)
        {
            if (reader.IsStartElement)
            {
                return true;
            }
        }

        return false;
    }

    public bool Is<T>()
        where T : OpenXmlElement => reader.ElementType == typeof(T);

    public string? this[string attribute]
    {
        get
        {
            foreach (var one in reader.Attributes)
            {
                if (one.LocalName == attribute)
                {
                    return one.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The text of the element; the end of the element comes next.</summary>
    public string Text() => reader.GetText();

    /// <summary>From here on a new row or text is read, which may be as long as any.</summary>
    public void Begin() => stream.Begin();

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }

    private static GuardedStream Unpacked(OpenXmlPart part, Archive archive) =>
        archive.Guard(part.Uri.OriginalString, part.GetStream(FileMode.Open, FileAccess.Read));

    /// <summary>Goes over the part before the library does: that goes down into nested elements until the process dies, and of a text in pieces it sees only the first.</summary>
    private static void Prove(OpenXmlPart part, Archive archive)
    {
        using var stream = Unpacked(part, archive);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var pieces = 0;
        while (xml.Read())
        {
            pieces = xml.NodeType switch
            {
                XmlNodeType.Element or XmlNodeType.EndElement => 0,
                XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace => pieces + 1,
                _ => pieces,
            };
            if (xml.Depth > Deepest || pieces > 1)
            {
                throw new UnreadableFileException($"{archive.FileName} is written in a way that no spreadsheet program writes; please open it in one and save it again.");
            }
        }
    }
}
