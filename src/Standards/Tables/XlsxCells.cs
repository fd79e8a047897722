using System.Globalization;
using System.Xml;

namespace Trellis.Standards.Tables;

/// <summary>The cells of the row last read from a sheet.</summary>
internal sealed class XlsxCells(List<string> shared, XlsxDates dates, string fileName, TableLimits limits)
{
    private readonly XlsxText reader = new(fileName, limits);
    private string?[] texts = new string?[64];
    private int count;

    public long Number { get; private set; }

    public bool Any { get; private set; }

    /// <summary>The address of the first formula in the row, as in C5.</summary>
    public string? Formula { get; private set; }

    public int Count => count;

    public string? this[int position] => position >= 0 && position < count ? texts[position] : null;

    public IEnumerable<string?> Texts() => texts.Take(count);

    public void Begin() => Number = 0;

    /// <summary>Reads one row; the XML reader stands on its element.</summary>
    public void Read(XmlReader xml)
    {
        Array.Clear(texts, 0, count);
        count = 0;
        Any = false;
        Formula = null;
        Number = long.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Number + 1;
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        var next = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                next = Cell(xml, next) + 1;
            }
        }
    }

    private int Cell(XmlReader xml, int next)
    {
        var position = Column(xml.GetAttribute("r")) ?? next;
        if (position >= limits.Columns)
        {
            throw new UnreadableFileException($"{fileName}, row {Number:N0}: there are more than {limits.Columns:N0} columns; the file was not read.");
        }

        var type = xml.GetAttribute("t");
        var style = xml.GetAttribute("s");
        if (xml.IsEmptyElement)
        {
            return position;
        }

        string? value = null;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "v":
                    value = Value(reader.Characters(xml), type, style);
                    break;
                case "is":
                    value = reader.Runs(xml);
                    break;
                case "f":
                    Formula ??= Address(position);
                    reader.Characters(xml);
                    break;
                default:
                    break;
            }
        }

        Keep(position, value?.Trim());
        return position;
    }

    private void Keep(int position, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        while (position >= texts.Length)
        {
            Array.Resize(ref texts, texts.Length * 2);
        }

        texts[position] = text;
        count = Math.Max(count, position + 1);
        Any = true;
    }

    private string? Value(string raw, string? type, string? style) => type switch
    {
        "s" => int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
            ? shared[index]
            : throw new UnreadableFileException($"{fileName}, row {Number:N0}: a cell points to a text that is not in the file."),
        "b" => raw == "1" ? "TRUE" : "FALSE",
        "str" or "e" or "d" or "inlineStr" => raw,
        _ when double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => (dates.IsDate(style) ? dates.Text(number) : null) ?? Plain(number),
        _ => raw,
    };

    /// <summary>A number as people wrote it: 15 digits are what a spreadsheet keeps, and 75186 has no point.</summary>
    private static string Plain(double number) =>
        Math.Abs(number) is < 1e27 and > 1e-12 or 0 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);

    private static int? Column(string? address)
    {
        if (address is null)
        {
            return null;
        }

        var column = 0;
        foreach (var letter in address)
        {
            if (!char.IsAsciiLetterUpper(letter) || column > 1_000_000)
            {
                break;
            }

            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }

    private string Address(int position)
    {
        var letters = "";
        for (var left = position + 1; left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        }

        return letters + Number.ToString(CultureInfo.InvariantCulture);
    }
}
