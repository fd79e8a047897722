using Trellis.Platform.Exchange;

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
        Console.WriteLine($"  of these, {report.Matched:N0} joined to something known; {report.Gone:N0} from before are no longer in the file (kept, marked)");
        foreach (var finding in report.Findings.OrderByDescending(finding => finding.Severity).Take(FindingsShown))
        {
            Console.WriteLine($"  {Where(finding)}: {finding.Sentence}");
        }

        if (report.FindingCount > FindingsShown)
        {
            Console.WriteLine($"  … and {report.FindingCount - FindingsShown:N0} more; write them all to a file with --report report.csv");
        }
    }

    /// <summary>Writes the findings of all files into one, in the place of what it held.</summary>
    public static async Task Write(Stream file, IEnumerable<RunImport.Account> accounts, CancellationToken stop)
    {
        file.SetLength(0);
        await new FindingsFile("report", [.. accounts.Select(account => (account.Source.FileName, account.Report.Findings))]).Write(file, stop);
    }

    private static string Where(Finding finding) => finding.Row is null ? "The file" :
        string.Join(", ", new[] { finding.Sheet, $"row {finding.Row:N0}", finding.Heading, finding.Value is { } value ? $"“{value}”" : null }.OfType<string>());
}
