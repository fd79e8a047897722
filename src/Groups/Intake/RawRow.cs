using System.Text.Json;
using Trellis.Groups.Record;
using Trellis.Standards.Tables;

namespace Trellis.Groups.Intake;

/// <summary>The row as it came, as JSON: the text of each cell that has one, by its heading.</summary>
internal static class RawRow
{
    public static string Of(Row row)
    {
        var cells = new Dictionary<string, string>(row.Headings.Count);
        for (var at = 0; at < row.Headings.Count; at++)
        {
            if (row[at] is { } text)
            {
                cells[cells.ContainsKey(row.Headings[at]) ? $"{row.Headings[at]} ({at + 1})" : row.Headings[at]] = text;
            }
        }

        return JsonSerializer.Serialize(cells, SaidJson.Default.DictionaryStringString);
    }
}
