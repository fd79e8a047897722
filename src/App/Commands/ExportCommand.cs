using System.CommandLine;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;

namespace Trellis.App.Commands;

/// <summary>Writes what the place holds to a file, in an open format.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> FormatName = new("FORMAT") { Description = "What to write: groups, services, payments, 360giving, support" };
    private static readonly Option<string> Out = new("--out") { Description = "The file to write; its ending says how (.csv, .xlsx, .json, .zip)", Required = true };

    public static Command Make()
    {
        var command = new Command("export", "Write what the place holds to a file") { FormatName, Out };
        command.SetAction((said, stop) =>
            Installation.Work(said.GetValue(Cli.Data)!, services => Run(services, said, said.GetValue(FormatName)!, said.GetValue(Out)!, stop), stop));
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, ParseResult said, string format, string path, CancellationToken stop)
    {
        var exporters = services.GetServices<Exporter>().ToList();
        if (exporters.SingleOrDefault(candidate => candidate.Format == format) is not { } exporter)
        {
            return await Cli.Refuse($"There is no format {format}. Choose one of: {string.Join(", ", exporters.Select(candidate => candidate.Format).Order())}.");
        }

        var ending = Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        if (!exporter.Endings.Contains(ending))
        {
            return await Cli.Refuse($"{exporter.Title} can be written as {string.Join(", ", exporter.Endings.Select(known => "." + known))}; end the file's name so.");
        }

        var place = await Cli.PlaceOf(services, said, stop);
        var written = await Whole(path, file => exporter.Write(place, file, ending, stop));
        if (written is null)
        {
            return await Cli.Refuse($"{path} cannot be written. Check that the folder is there and that you may write in it.");
        }

        Console.WriteLine($"{written:N0} records written to {path}");
        if (exporter.LeftOut > 0)
        {
            Console.WriteLine($"{exporter.LeftOut:N0} more {(exporter.LeftOut == 1 ? "is" : "are")} not in it: they come from lists under a share-alike licence, whose rows may not stand among others. See /about/data.");
        }

        return (int)Exit.Done;
    }

    /// <summary>The file appears when it is complete; a command that is stopped leaves nothing half written under the name. Null where it cannot be written at all.</summary>
    private static async Task<long?> Whole(string path, Func<Stream, Task<long>> write)
    {
        var unfinished = path + ".unfinished";
        try
        {
            long written;
            await using (var file = Cli.Open(unfinished, FileMode.Create, FileAccess.ReadWrite))
            {
                if (file is null)
                {
                    return null;
                }

                written = await write(file);
            }

            File.Move(unfinished, path, overwrite: true);
            return written;
        }
        finally
        {
            if (File.Exists(unfinished)) // whose folder need not be there
            {
                File.Delete(unfinished);
            }
        }
    }
}
