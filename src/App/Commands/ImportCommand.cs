using System.CommandLine;
using Trellis.Platform.Events;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;

namespace Trellis.App.Commands;

/// <summary>Brings files into the place, each whole or not at all, with an account of every row.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string[]> FileNames = new("FILE") { Description = "CSV, XLSX, JSON or GeoJSON, plain or in .gz or .zip", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> As = new("--as") { Description = "What kind of file it is; without it, the headings decide" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would happen and keep nothing" };
    private static readonly Option<string?> Report = new("--report") { Description = "Write every finding to this CSV file, in the order of the rows" };
    private static readonly Option<string[]> Map = new("--map") { Description = "What a column holds, as in --map \"Club=name\"; may be repeated" };
    private static readonly Option<string?> Publisher = new("--publisher") { Description = "Who published the file" };
    private static readonly Option<string?> Licence = new("--licence") { Description = "The licence it is under" };
    private static readonly Option<DateOnly?> AsOf = new("--as-of") { Description = "The day its rows were true, as in 2026-09-30" };

    public static Command Make()
    {
        var command = new Command("import", "Bring files into the place") { FileNames, As, DryRun, Report, Map, Publisher, Licence, AsOf };
        command.SetAction((said, stop) => Installation.Work(said.GetValue(Cli.Data)!, services => Run(services, said, stop), stop));
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, ParseResult said, CancellationToken stop)
    {
        var place = await Cli.PlaceOf(services, said, stop);
        var accounts = new List<RunImport.Account>();
        var refused = false;
        foreach (var path in said.GetValue(FileNames)!)
        {
            var request = new RunImport.Request(path, Details(path, said), said.GetValue(As), said.GetValue(DryRun), "command line", _ => { });
            var account = await services.GetRequiredService<RunImport>().Handle(place, request, stop);
            if (!account.Succeeded)
            {
                refused = true;
                await Console.Error.WriteLineAsync(account.Problems[0].Message);
                continue;
            }

            accounts.Add(account.Value);
            ImportAccount.Print(path, account.Value, said.GetValue(DryRun));
        }

        await Tell(services, stop);
        if (said.GetValue(Report) is { } report)
        {
            await ImportAccount.Write(report, accounts, stop);
        }

        return (int)(refused ? Exit.Refused : accounts.Any(account => account.Report.FindingCount > 0) ? Exit.DoneWithFindings : Exit.Done);
    }

    private static SourceDetails Details(string path, ParseResult said)
    {
        var own = SourceDetails.OwnFile(path);
        return own with
        {
            Publisher = said.GetValue(Publisher) ?? own.Publisher,
            Licence = said.GetValue(Licence) ?? own.Licence,
            Attribution = said.GetValue(Publisher) is { } publisher ? $"From {publisher}, {said.GetValue(Licence) ?? "licence not stated"}." : own.Attribution,
            AsOf = said.GetValue(AsOf),
            Mapping = (said.GetValue(Map) ?? []).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim()),
        };
    }

    /// <summary>What came in is told to the other parts before the command ends: no site may be running to do it.</summary>
    private static async Task Tell(IServiceProvider services, CancellationToken stop)
    {
        while (await services.GetRequiredService<Deliver>().Once(stop) > 0)
        {
        }
    }
}
