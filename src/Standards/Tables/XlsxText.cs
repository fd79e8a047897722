using System.Xml;

namespace Trellis.Standards.Tables;

/// <summary>Reads the texts of a workbook with their formatting left out.</summary>
internal static class XlsxText
{
    /// <summary>The text of an element made of runs, on whose beginning the part stands; how to pronounce it is left out.</summary>
    public static string Runs(XlsxPart part)
    {
        var depth = part.Depth;
        var texts = new List<string>(1);
        var spoken = int.MaxValue;
        while (part.Next(below: depth))
        {
            if (part.Depth <= spoken)
            {
                spoken = part.Is("rPh") ? part.Depth : int.MaxValue;
            }

            if (spoken == int.MaxValue && part.Is("t"))
            {
                texts.Add(part.Text());
            }
        }

        // A spreadsheet writes characters that XML forbids as _x000D_.
        var text = string.Concat(texts);
        return text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;
    }
}
