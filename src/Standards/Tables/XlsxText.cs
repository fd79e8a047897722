using System.Text;
using System.Xml;

namespace Trellis.Standards.Tables;

/// <summary>Reads a text with its formatting left out; the reader stands on its element before, and on the element's end after.</summary>
internal static class XlsxText
{
    public static string Read(XmlReader xml, TableLimits limits, string fileName)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        string? only = null;
        StringBuilder? all = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "rPh" && !xml.IsEmptyElement)
            {
                xml.Skip();
                if (xml.Depth <= depth)
                {
                    break;
                }
            }

            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                var run = Characters(xml, limits, fileName);
                if (only is null)
                {
                    only = run;
                }
                else
                {
                    (all ??= new StringBuilder(only)).Append(run);
                }
            }
        }

        return Unescaped(all?.ToString() ?? only ?? "");
    }

    /// <summary>The characters of an element, read in pieces so that a giant is refused before it is held.</summary>
    public static string Characters(XmlReader xml, TableLimits limits, string fileName)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        StringBuilder? text = null;
        var chunk = new char[512];
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            {
                continue;
            }

            for (int count; (count = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
            {
                text ??= new StringBuilder();
                if (text.Length + count > limits.CellLength)
                {
                    throw new UnreadableFileException($"{fileName}: a cell is longer than {limits.CellLength:N0} characters; the file was not read.");
                }

                text.Append(chunk, 0, count);
            }
        }

        return text?.ToString() ?? "";
    }

    /// <summary>A spreadsheet writes characters that XML forbids as _x000D_.</summary>
    private static string Unescaped(string text)
    {
        for (var at = text.IndexOf("_x", StringComparison.Ordinal); at >= 0 && at + 7 <= text.Length; at = text.IndexOf("_x", at + 1, StringComparison.Ordinal))
        {
            if (text[at + 6] == '_' && ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.HexNumber, null, out var code))
            {
                text = string.Concat(text.AsSpan(0, at), ((char)code).ToString(), text.AsSpan(at + 7));
            }

            if (at + 1 >= text.Length)
            {
                break;
            }
        }

        return text;
    }
}
