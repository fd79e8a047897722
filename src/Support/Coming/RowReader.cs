using Trellis.Platform;

namespace Trellis.Support.Coming;

/// <summary>Reads the cells of a file's rows by what their columns were said to hold.</summary>
internal abstract class RowReader(FileTable table, Choices said)
{
    private const int LongestWord = 200;
    private const int MostGroups = 40;

    private readonly ILookup<string, int> columns =
        table.Headings.Select((heading, at) => (Field: said.Columns.GetValueOrDefault(Choices.Plain(heading)) ?? "", at)).ToLookup(pair => pair.Field, pair => pair.at);

    protected Choices Says => said;

    /// <summary>What the row has in a field, from the first of its columns that has anything.</summary>
    public string? Text(FileRow row, string field) => Cells(row, field).FirstOrDefault();

    /// <summary>What the row has in all columns of a field, each once.</summary>
    protected IEnumerable<string> Texts(FileRow row, string field) => Cells(row, field).Distinct();

    protected string? Word(FileRow row, string field) => FreeText.Line(Text(row, field)) is { } word ? Cut(word, LongestWord) : null;

    /// <summary>Reads which groups the row names, with their number and postcode beside; the fault where it names none or too many.</summary>
    protected string? Groups(FileRow row, ComingRow read)
    {
        var names = Parts(Text(row, FileField.Group));
        var numbers = Parts(Text(row, FileField.Number));
        var postcodes = Parts(Text(row, FileField.Postcode));
        read.Asked = [.. names.Select((name, at) => new AskedGroup(name, Beside(numbers, at), Standards.Values.Read.Postcode(Beside(postcodes, at)).Value?.Value)).DistinctBy(group => group.Key)];
        return names.Length switch
        {
            0 => "The row names no group.",
            > MostGroups => $"The row names more than {MostGroups} groups.",
            _ => null,
        };

        string? Beside(string[] parts, int at) => parts.Length == names.Length ? parts[at] is "-" ? null : parts[at] : null;
    }

    protected static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    protected static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private IEnumerable<string> Cells(FileRow row, string field) => columns[field].Select(at => row.Cells[at]).OfType<string>().Where(text => !Standards.Values.Text.IsBlank(text));

    private static string[] Parts(string? text) => [.. (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => FreeText.Line(part)).OfType<string>().Select(part => Cut(part, LongestWord))];
}
