using System.Globalization;
using System.Text;
using System.Xml;

namespace Trellis.Standards.Tables;

/// <summary>Reads the texts of a workbook with their formatting left out.</summary>
internal sealed class XlsxText(string fileName, TableLimits limits)
{
    private readonly char[] chunk = new char[4096];
    private readonly StringBuilder gathered = new();

    /// <summary>The text of an element made of runs; the reader stands on the element before, and on its end after.</summary>
    public string Runs(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        var text = "";
        var more = xml.Read();
        while (more && xml.Depth > depth)
        {
            // Between the marks of rPh stands how to pronounce the text.
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                xml.Skip();
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                text += Characters(xml);
                Check(text.Length);
            }

            more = xml.Read();
        }

        return text.Contains("_x", StringComparison.Ordinal) ? Unescaped(text) : text;
    }

    /// <summary>The characters of an element, read in pieces so that a giant is refused before it is held.</summary>
    public string Characters(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        gathered.Clear();
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            {
                continue;
            }

            for (int count; (count = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
            {
                gathered.Append(chunk, 0, count);
                Check(gathered.Length);
            }
        }

        return gathered.ToString();
    }

    private void Check(int length)
    {
        if (length > limits.CellLength)
        {
            throw new UnreadableFileException($"{fileName}: a cell is longer than {limits.CellLength:N0} characters; the file was not read.");
        }
    }

    /// <summary>A spreadsheet writes characters that XML forbids as _x000D_.</summary>
    private static string Unescaped(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                kept.Append((char)code);
                i += 6;
            }
            else
            {
                kept.Append(text[i]);
            }
        }

        return kept.ToString();
    }
}
