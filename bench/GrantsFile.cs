using Trellis.Standards.Tables;

namespace Trellis.Bench;

/// <summary>Grants of a country: the real file over and over with other identifiers and recipients. Marked as generated.</summary>
internal static class GrantsFile
{
    public static string Write(int rows)
    {
        var path = Path.Combine(Bench.Folder, $"generated-grants-{rows}.csv");
        using var writer = new StreamWriter(path);
        for (var (round, written) = (0, 0); written < rows; round++)
        {
            using var table = TableFile.Open(Path.Combine(Bench.Root, "data", "trafford", "trafford-council-grants.csv"));
            if (round == 0)
            {
                writer.WriteLine(string.Join(',', table.Headings.Select(Quoted)));
            }

            foreach (var row in table.Rows().TakeWhile(_ => written < rows))
            {
                writer.WriteLine(string.Join(',', table.Headings.Select((heading, at) => Quoted(Changed(heading, row[at] ?? "", round)))));
                written++;
            }
        }

        return path;
    }

    private static string Changed(string heading, string text, int round) => heading switch
    {
        "Identifier" => $"{text}-generated-{round}",
        "Recipient Org:Identifier" or "Recipient Org:Name" when round > 9 => $"{text}{round / 10}",
        _ => text,
    };

    private static string Quoted(string text) => text.AsSpan().ContainsAny("\",\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
