using System.CommandLine;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Events;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;

namespace Trellis.App.Commands;

/// <summary>Brings files into the place, each whole or not at all, with an account of every row.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string[]> FileNames = new("FILE") { Description = "CSV, XLSX, JSON or GeoJSON, plain or in .gz or .zip", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> As = new("--as") { Description = "What kind of file it is, as in group-list; ? lists them. Without it, the headings decide" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would happen and keep nothing" };
    private static readonly Option<string?> Report = new("--report") { Description = "Write every finding to this CSV file, in the order of the rows" };
    private static readonly Option<string[]> Map = new("--map") { Description = "What a column holds, as in --map \"Club=name\", or - for what is not to be shown; --map \"Club=?\" lists them. May be repeated" };
    private static readonly Option<string?> Publisher = new("--publisher") { Description = "Who published the file" };
    private static readonly Option<string?> Licence = new("--licence") { Description = "The licence it is under" };
    private static readonly Option<string?> AsOf = new("--as-of") { Description = "The day its rows were true, as in 2026-09-30" };

    public static Command Make()
    {
        var command = new Command("import", "Bring files into the place") { FileNames, As, DryRun, Report, Map, Publisher, Licence, AsOf };
        command.SetAction((said, stop) => Installation.Work(said.GetValue(Cli.Data)!, services => Run(services, said, stop), stop));
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, ParseResult said, CancellationToken stop)
    {
        var asOf = Standards.Values.Read.Date(said.GetValue(AsOf));
        if (asOf.Fault is { } noDay)
        {
            return await Cli.Refuse($"--as-of: {noDay}");
        }

        var map = Mapping(said.GetValue(Map) ?? []);
        if (!map.Succeeded)
        {
            return await Cli.Refuse(map.Problems[0].Message);
        }

        await using var report = said.GetValue(Report) is { } file ? Cli.Open(file, FileMode.OpenOrCreate, FileAccess.Write) : null; // before anything is kept, whose report would then be lost
        if (report is null && said.GetValue(Report) is { } nowhere)
        {
            return await Cli.Refuse($"The report cannot be written to {nowhere}. Check that the folder is there and that you may write in it.");
        }

        return await Run(services, said, asOf.Value, map.Value, report, stop);
    }

    private static async Task<int> Run(IServiceProvider services, ParseResult said, DateOnly? asOf, IReadOnlyDictionary<string, string> map, Stream? report, CancellationToken stop)
    {
        var place = await Cli.PlaceOf(services, said, stop);
        var accounts = new List<RunImport.Account>();
        var refused = false;
        var progress = new LoadProgress(services.GetRequiredService<TimeProvider>());
        foreach (var path in said.GetValue(FileNames)!)
        {
            var own = await SourceDetails.OwnFile(services.GetRequiredService<Database>(), place.Id, path, stop);
            var details = own.SaidToBe(null, said.GetValue(Publisher), said.GetValue(Licence)) with { AsOf = asOf, Mapping = map };
            var request = new RunImport.Request(path, details, said.GetValue(As), said.GetValue(DryRun), "command line", rows => progress.Watcher.Rows(details, rows)) { AddsToEarlier = true };
            progress.Watcher.Begin(details);
            var account = await services.GetRequiredService<RunImport>().Handle(place, request, stop);
            progress.Erase();
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
        if (report is not null)
        {
            await ImportAccount.Write(report, accounts, stop);
        }

        return (int)(refused ? Exit.Refused : accounts.Any(account => account.Report.FindingCount > 0) ? Exit.DoneWithFindings : Exit.Done);
    }

    /// <summary>What --map said, as a mapping; what was said of the whole file in several goes together.</summary>
    private static Result<Dictionary<string, string>> Mapping(IEnumerable<string> said)
    {
        var mapping = new Dictionary<string, string>();
        foreach (var pair in said)
        {
            if (pair.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } heading, { Length: > 0 } field])
            {
                return new Problem("", $"“{pair}” does not say what a column holds. Write it as in --map \"Club=name\".");
            }

            if (!mapping.TryAdd(heading, field))
            {
                if (heading != "*")
                {
                    return new Problem("", $"“{heading}” was named twice with --map. Say once what it holds.");
                }

                mapping[heading] += "; " + field;
            }
        }

        return mapping;
    }

    /// <summary>What came in is told to the other parts before the command ends: no site may be running to do it.</summary>
    private static async Task Tell(IServiceProvider services, CancellationToken stop)
    {
        FreeMemory.GiveBack(); // who hears of it reads the place anew, which may be a country
        while (await services.GetRequiredService<Deliver>().Once(stop) > 0)
        {
        }
    }
}
