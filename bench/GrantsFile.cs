using System.Globalization;
using Trellis.Standards.Tables;

namespace Trellis.Bench;

/// <summary>Grants of a country: the real file over and over with other identifiers and recipients. Marked as generated.</summary>
internal static class GrantsFile
{
    public static string Write(int rows) => Write(Path.Combine(Bench.Folder, $"generated-grants-{rows}.csv"), rows, Cell);

    /// <param name="cell">What to write for a cell of the real file, in which round.</param>
    public static string Write(string path, int rows, Func<Row, string, int, string> cell)
    {
        using var writer = new StreamWriter(path);
        for (var (round, written) = (0, 0); written < rows; round++)
        {
            using var table = TableFile.Open(Path.Combine(Bench.Root, "data", "trafford", "trafford-council-grants.csv"));
            if (round == 0)
            {
                writer.WriteLine(string.Join(',', table.Headings.Select(Csv.Quoted)));
            }

            foreach (var row in table.Rows().TakeWhile(_ => written < rows))
            {
                writer.WriteLine(string.Join(',', table.Headings.Select(heading => Csv.Quoted(cell(row, heading, round)))));
                written++;
            }
        }

        return path;
    }

    /// <summary>The same rows as a workbook, beside the file: amounts as numbers and days as days, as people's own workbooks have them.</summary>
    public static async Task<string> Workbook(string csv)
    {
        using var table = TableFile.Open(csv);
        var path = Path.ChangeExtension(csv, ".xlsx");
        await using var file = File.Create(path);
        await XlsxOut.Write(file, "grants", table.Headings, table.Rows().Select(row => (IReadOnlyList<object?>)[.. table.Headings.Select(heading => Typed(heading, row[heading]))]).ToAsyncEnumerable());
        return path;
    }

    private static object? Typed(string heading, string? text) => (heading, text) switch
    {
        (_, null or "") => null,
        ("Amount Awarded", _) => decimal.Parse(text, CultureInfo.InvariantCulture),
        ("Award Date", _) when DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) => day,
        _ => text,
    };

    private static string Cell(Row row, string heading, int round) => heading switch
    {
        "Identifier" => $"{row[heading]}-generated-{round}",
        "Recipient Org:Identifier" or "Recipient Org:Name" when round > 9 => $"{row[heading]}{round / 10}",
        _ => row[heading] ?? "",
    };
}
