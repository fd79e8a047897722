using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;

namespace Trellis.App.Commands;

/// <summary>The account of an import, for the screen and as a file.</summary>
internal static class ImportAccount
{
    private const int FindingsShown = 10;

    public static void Print(string path, RunImport.Account account, bool dryRun)
    {
        var report = account.Report;
        Console.WriteLine($"{Path.GetFileName(path)}: {account.Title}{(dryRun ? " (nothing is kept)" : "")}");
        Console.WriteLine(
            $"  {report.RowsIn:N0} rows = {report[Outcome.New]:N0} new + {report[Outcome.Updated]:N0} updated + {report[Outcome.Unchanged]:N0} unchanged"
            + $" + {report[Outcome.Waiting]:N0} waiting for a person + {report[Outcome.Refused]:N0} refused");
        Console.WriteLine($"  {report.Matched:N0} joined to something known, {report.Gone:N0} no longer in the file (kept, marked)");
        foreach (var finding in report.Findings.OrderByDescending(finding => finding.Severity).Take(FindingsShown))
        {
            Console.WriteLine($"  {Where(finding)}: {finding.Wrong} {finding.Done}.");
        }

        if (report.FindingCount > FindingsShown)
        {
            Console.WriteLine($"  … and {report.FindingCount - FindingsShown:N0} more; write them all to a file with --report report.csv");
        }
    }

    /// <summary>Writes the findings as CSV, in the order of files and rows, so that the sheet can be mended from top to bottom.</summary>
    public static async Task Write(string path, IEnumerable<RunImport.Account> accounts, CancellationToken stop)
    {
        await using var file = File.Create(path);
        await CsvOut.Write(file, ["File", "Sheet", "Row", "Column", "Value", "Severity", "What is wrong", "What was done"], accounts.SelectMany(Rows).ToAsyncEnumerable(), stop);
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(RunImport.Account account) =>
        from finding in account.Report.Findings.OrderBy(finding => finding.Sheet).ThenBy(finding => finding.Row)
        select (IReadOnlyList<object?>)
            [account.Source.FileName, finding.Sheet, finding.Row, finding.Heading, finding.Value, finding.Severity.ToString(), finding.Wrong, finding.Done];

    private static string Where(Finding finding) =>
        string.Join(", ", new[] { finding.Sheet, finding.Row is { } row ? $"row {row:N0}" : null, finding.Heading, finding.Value is { } value ? $"“{value}”" : null }.OfType<string>());
}
