using System.Globalization;
using Trellis.Standards.Tables;

namespace Trellis.Bench;

/// <summary>Payments of a country: the real files of one council over and over, each time other payees, days and amounts. Seeded, and marked as generated.</summary>
internal static class SpendFile
{
    private static readonly string[] Headings =
    [
        "OrganisationLabel", "OrganisationURI", "EffectiveDate", "OrganisationalUnit", "BeneficiaryName", "BeneficiaryOtherID", "PaymentDate", "TransactionNumber", "Amount",
        "IrrecoverableVATAmount", "Purpose", "ProclassLabel", "ProclassCode", "InvoiceNumber", "ProfitCentre", "VATRegistrationNumber",
    ];

    public static string Write(int rows)
    {
        var random = new Random(20261105);
        return Write(Path.Combine(Bench.Folder, $"generated-spend-{rows}.csv"), rows, (row, heading, round) => Changed(heading, row[heading] ?? "", round, random));
    }

    /// <param name="cell">What to write for a cell of the real files, in which round.</param>
    public static string Write(string path, int rows, Func<Row, string, int, string> cell)
    {
        using var writer = new StreamWriter(path);
        writer.WriteLine(string.Join(',', Headings));
        for (var (round, written) = (0, 0); written < rows; round++)
        {
            foreach (var row in Real().TakeWhile(_ => written < rows))
            {
                writer.WriteLine(string.Join(',', Headings.Select(heading => Csv.Quoted(cell(row, heading, round)))));
                written++;
            }
        }

        return path;
    }

    private static IEnumerable<Row> Real()
    {
        foreach (var file in new[] { "supplier-spend-2025-26.zip", "supplier-spend-2026-27.zip" })
        {
            using var table = TableFile.Open(Path.Combine(Bench.Root, "data", "trafford", file));
            foreach (var row in table.Rows())
            {
                yield return row;
            }
        }
    }

    private static string Changed(string heading, string text, int round, Random random) => heading switch
    {
        "OrganisationLabel" => "Generated Council",
        "BeneficiaryName" when round > 0 && text != "Redacted" && random.Next(3) > 0 => $"{text} {round + 1}",
        "PaymentDate" or "EffectiveDate" => Moved(text, round % 3),
        "Amount" when round > 0 => (decimal.Parse(text, CultureInfo.InvariantCulture) + random.Next(100)).ToString(CultureInfo.InvariantCulture),
        "TransactionNumber" => text + round,
        _ => text,
    };

    private static string Moved(string day, int years) => DateOnly.ParseExact(day, "yyyy-MM-dd").AddYears(-years).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
