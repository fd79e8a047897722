using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetRow = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace Trellis.Standards.Tables;

/// <summary>Makes the cells of a sheet.</summary>
internal static class XlsxCellOut
{
    /// <summary>What a spreadsheet holds in one cell at most.</summary>
    private const int LongestText = 32_767;

    public static SheetRow Row(IReadOnlyList<object?> cells, uint number, uint style)
    {
        var row = new SheetRow { RowIndex = number };
        foreach (var cell in cells)
        {
            row.Append(Made(cell, style));
        }

        return row;
    }

    private static Cell Made(object? value, uint style) => value switch
    {
        null or "" => new Cell(),
        bool yes => new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(yes ? "1" : "0") },
        int or long or short or byte or decimal => Number(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        double number when double.IsFinite(number) => Number(number.ToString("R", CultureInfo.InvariantCulture)),
        DateOnly { Year: > 1900 } day => Serial(day.ToDateTime(default), XlsxParts.Day),
        DateTimeOffset { Year: > 1900 } moment => Serial(moment.UtcDateTime, XlsxParts.Moment),
        _ => Words(CellText.Of(value), style),
    };

    private static Cell Number(string number) => new() { CellValue = new CellValue(number) };

    private static Cell Serial(DateTime moment, uint style) =>
        new() { StyleIndex = style, CellValue = new CellValue(moment.ToOADate().ToString("R", CultureInfo.InvariantCulture)) };

    private static Cell Words(string text, uint style)
    {
        var cell = new Cell
        {
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(Allowed(text.Length > LongestText ? text[..(LongestText - 1)] + "…" : text)) { Space = SpaceProcessingModeValues.Preserve }),
        };
        if (style != XlsxParts.Plain)
        {
            cell.StyleIndex = style;
        }

        return cell;
    }

    /// <summary>Characters that XML forbids are left out; halves of surrogate pairs become the mark for what is lost.</summary>
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
