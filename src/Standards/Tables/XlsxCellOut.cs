using System.Globalization;
using System.Xml;

namespace Trellis.Standards.Tables;

/// <summary>Writes the cells of a sheet.</summary>
internal static class XlsxCellOut
{
    /// <summary>What a spreadsheet holds in one cell at most.</summary>
    private const int LongestText = 32_767;

    private static readonly DateTime FirstDay = new(1899, 12, 30);

    public static void Row(XmlWriter xml, IReadOnlyList<object?> cells, int number, int style)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        foreach (var cell in cells)
        {
            xml.WriteStartElement("c");
            Cell(xml, cell, style);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, object? value, int style)
    {
        switch (value)
        {
            case null or "":
                break;
            case bool yes:
                xml.WriteAttributeString("t", "b");
                xml.WriteElementString("v", yes ? "1" : "0");
                break;
            case int or long or short or byte or decimal:
                xml.WriteElementString("v", ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                xml.WriteElementString("v", number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case DateOnly { Year: > 1900 } day:
                Serial(xml, day.ToDateTime(default), XlsxSkeleton.Day);
                break;
            case DateTimeOffset { Year: > 1900 } moment:
                Serial(xml, moment.UtcDateTime, XlsxSkeleton.Moment);
                break;
            default:
                Words(xml, CellText.Of(value), style);
                break;
        }
    }

    private static void Serial(XmlWriter xml, DateTime moment, int style)
    {
        xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("v", (moment - FirstDay).TotalDays.ToString("R", CultureInfo.InvariantCulture));
    }

    private static void Words(XmlWriter xml, string text, int style)
    {
        xml.WriteAttributeString("t", "inlineStr");
        if (style != XlsxSkeleton.Plain)
        {
            xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        }

        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Allowed(text.Length > LongestText ? text[..(LongestText - 1)] + "…" : text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Characters that XML forbids are left out; halves of surrogate pairs too.</summary>
    private static string Allowed(string text)
    {
        var sound = true;
        for (var i = 0; i < text.Length && sound; i++)
        {
            sound = XmlConvert.IsXmlChar(text[i]);
        }

        return sound ? text : string.Concat(text.EnumerateRunes().Select(r => r.ToString()).Where(r => r.Length == 2 || XmlConvert.IsXmlChar(r[0])));
    }
}
