using System.CommandLine;
using Trellis.Platform.Confidential;
using Trellis.Platform.Data;
using Trellis.Platform.Privacy;

namespace Trellis.App.Commands;

/// <summary>Backing up, restoring, and looking whether all is well.</summary>
internal static class KeepingCommands
{
    private static readonly Option<string> Out = new("--out") { Description = "The file to write", Required = true };
    private static readonly Argument<string> BackupName = new("FILE") { Description = "A file made by trellis backup" };
    private static readonly Option<bool> Replace = new("--replace") { Description = "Overwrite what is here" };

    private static readonly Option<bool> WithoutKey = new("--without-key") { Description = "Restore though the key of what is confidential is not here" };

    public static Command Backup()
    {
        var command = new Command("backup", "Write everything there is into one file, while the site goes on working") { Out };
        command.SetAction((said, stop) => Installation.Work(said.GetValue(Cli.Data)!, services => Backup(services, said.GetValue(Out)!, stop), stop, upgrade: false));
        return command;
    }

    public static Command Restore()
    {
        var command = new Command("restore", "Put a backup in the place of what is here") { BackupName, Replace, WithoutKey };
        command.SetAction((said, stop) => Installation.Work(
            said.GetValue(Cli.Data)!, services => Restore(services, said.GetValue(BackupName)!, said.GetValue(Replace), said.GetValue(WithoutKey), stop), stop, upgrade: false));
        return command;
    }

    public static Command Verify()
    {
        var command = new Command("verify", "Look whether the data is whole and adds up");
        command.SetAction((said, stop) => Installation.Work(said.GetValue(Cli.Data)!, services => Verify(services, stop), stop, upgrade: false));
        return command;
    }

    private static async Task<int> Backup(IServiceProvider services, string file, CancellationToken stop)
    {
        var made = await services.GetRequiredService<Backup>().To(file, stop);
        if (!made.Succeeded)
        {
            return await Cli.Refuse(made.Problems[0].Message);
        }

        Console.WriteLine($"Backed up {made.Value.Bytes:N0} bytes to {file}");
        if (made.Value.ConfidentialKey is { } key)
        {
            Console.WriteLine($"The key {key} of what is confidential is not in it. Keep it apart: ./trellis confidential export --to FILE");
        }

        return (int)Exit.Done;
    }

    private static async Task<int> Restore(IServiceProvider services, string file, bool replace, bool withoutKey, CancellationToken stop)
    {
        var restored = await services.GetRequiredService<Restore>().From(file, replace, stop, withoutKey);
        if (!restored.Succeeded)
        {
            return await Cli.Refuse(restored.Problems[0].Message);
        }

        var erased = await services.GetRequiredService<ErasePerson>().Again(stop, restored.Value.MadeAt);
        Console.WriteLine($"Restored the state of {restored.Value.MadeAt:d MMMM yyyy, HH:mm} from {file}");
        if (erased > 0)
        {
            Console.WriteLine($"{erased} people who were erased since then have been erased again");
        }

        if (await services.GetRequiredService<KeyRing>().Trouble(stop) is { } trouble)
        {
            Console.WriteLine(trouble);
            return (int)Exit.DoneWithFindings;
        }

        return (int)Exit.Done;
    }

    private static async Task<int> Verify(IServiceProvider services, CancellationToken stop)
    {
        var faults = 0;
        await foreach (var check in services.GetRequiredService<Verify>().Run(stop))
        {
            faults += check.Faults.Count;
            Console.WriteLine($"{(check.Faults.Count == 0 ? "sound" : "FAULT")}  {check.What}");
            foreach (var fault in check.Faults)
            {
                Console.WriteLine($"       {fault}");
            }
        }

        return (int)(faults == 0 ? Exit.Done : Exit.DoneWithFindings);
    }
}
