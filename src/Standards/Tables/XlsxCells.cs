using System.Globalization;
using System.Text;

namespace Trellis.Standards.Tables;

/// <summary>The cells of the row last read from a sheet.</summary>
internal sealed class XlsxCells(List<string> shared, XlsxDates dates, string fileName, TableLimits limits)
{
    private string?[] texts = new string?[64];
    private int count;

    public long Number { get; private set; }

    public bool Any { get; private set; }

    /// <summary>The address of the first formula in the row, as in C5.</summary>
    public string? Formula { get; private set; }

    /// <summary>What stands in the row that no text has; null where nothing does.</summary>
    public string? Unsound { get; private set; }

    public int Count => count;

    public string? this[int position] => position >= 0 && position < count ? texts[position] : null;

    public IEnumerable<string?> Texts() => texts.Take(count);

    public void Begin() => Number = 0;

    /// <summary>Reads one row, on whose beginning the part stands.</summary>
    public void Read(XlsxPart part)
    {
        part.Begin();
        Array.Clear(texts, 0, count);
        count = 0;
        Any = false;
        (Formula, Unsound) = (null, null);
        Number = long.TryParse(part["r"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Number + 1;
        var depth = part.Depth;
        var position = -1;
        string? type = null, style = null;
        while (part.Next(below: depth))
        {
            if (part.Is("c"))
            {
                position = Placed(Column(part["r"]) ?? position + 1);
                (type, style) = (part["t"], part["s"]);
            }
            else if (part.Is("v"))
            {
                Keep(position, Value(part.Text(), type, style));
            }
            else if (part.Is("is"))
            {
                Keep(position, XlsxText.Runs(part));
            }
            else if (part.Is("f"))
            {
                Formula ??= Address(position);
            }
        }
    }

    private int Placed(int position) => position < limits.Columns
        ? position
        : throw new UnreadableFileException($"{fileName}, row {Number:N0}: there are more than {limits.Columns:N0} columns; the file was not read.");

    private void Keep(int position, string value)
    {
        if (value.Length > limits.CellLength)
        {
            throw new UnreadableFileException($"{fileName}, row {Number:N0}: a cell is longer than {limits.CellLength:N0} characters; the file was not read.");
        }

        var text = Sound(value).Trim();
        if (text.Length == 0 || position < 0)
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

    /// <summary>A workbook can name any character by its number, also those that no database takes.</summary>
    private string Sound(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            Unsound = "The row holds a character that no text has (NUL).";
            text = text.Replace("\0", "", StringComparison.Ordinal);
        }

        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            return text;
        }

        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        Unsound = whole == text ? Unsound : "The row holds half a character (a lone surrogate).";
        return whole;
    }

    private string Value(string raw, string? type, string? style) => type switch
    {
        "s" => int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
            ? shared[index]
            : throw new UnreadableFileException($"{fileName}, row {Number:N0}: a cell points to a text that is not in the file."),
        "b" => raw is "1" or "true" ? "TRUE" : "FALSE",
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
