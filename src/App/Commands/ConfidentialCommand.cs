using System.CommandLine;
using Trellis.Platform.Confidential;

namespace Trellis.App.Commands;

/// <summary>The key of what is confidential: made, changed, and copied to keep it safe.</summary>
internal static class ConfidentialCommand
{
    private static readonly Option<string> To = new("--to") { Description = "The file to write, best on a medium that is locked away", Required = true };
    private static readonly Option<bool> ForgetOld = new("--forget-old") { Description = "Take the earlier keys out of the file; older backups can then not be read" };

    public static Command Make() => new("confidential", "The key of what is confidential")
    {
        Verb(new("make", "Make the key, unless there is one"), (services, _, stop) => MakeKey(services, stop)),
        Verb(new("rotate", "Close everything confidential anew with a new key; if stopped, say it again") { ForgetOld }, (services, said, stop) => Rotate(services, said.GetValue(ForgetOld), stop)),
        Verb(new("export", "Write a copy of the key, to be kept apart from the data") { To }, (services, said, stop) => Export(services, said.GetValue(To)!, stop)),
    };

    private static Command Verb(Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> work)
    {
        command.SetAction((said, stop) => Installation.Work(said.GetValue(Cli.Data)!, services => work(services, said, stop), stop));
        return command;
    }

    private static async Task<int> MakeKey(IServiceProvider services, CancellationToken stop)
    {
        var file = services.GetRequiredService<KeyFile>();
        var made = await services.GetRequiredService<KeyRing>().Ensure(stop);
        if (!made.Succeeded)
        {
            return await Cli.Refuse(await services.GetRequiredService<KeyRing>().Trouble(stop) ?? made.Problems[0].Message);
        }

        Console.WriteLine($"The key {made.Value.Id} is in {file.Path}. Keep a copy apart: ./trellis confidential export --to FILE");
        return (int)Exit.Done;
    }

    private static async Task<int> Rotate(IServiceProvider services, bool forgetOld, CancellationToken stop)
    {
        var rotated = await services.GetRequiredService<RotateKey>().Handle(forgetOld, stop);
        if (!rotated.Succeeded)
        {
            return await Cli.Refuse(rotated.Problems[0].Message);
        }

        Console.WriteLine($"{(rotated.Value.WentOn ? "Went on where it was stopped: " : "")}{rotated.Value.Rows:N0} texts are closed with the key {rotated.Value.Key} now. Keep a copy apart: ./trellis confidential export --to FILE");
        if (rotated.Value.Unreadable == 0)
        {
            return (int)Exit.Done;
        }

        Console.WriteLine($"{rotated.Value.Unreadable:N0} texts could not be opened and stay as they are. ./trellis verify names them.");
        return (int)Exit.DoneWithFindings;
    }

    private static async Task<int> Export(IServiceProvider services, string to, CancellationToken stop)
    {
        var file = services.GetRequiredService<KeyFile>();
        if ((await file.Read(stop)).Count == 0)
        {
            return await Cli.Refuse(await services.GetRequiredService<KeyRing>().Trouble(stop) ?? "There is no key yet. Make one with ./trellis confidential make.");
        }

        if (File.Exists(to))
        {
            return await Cli.Refuse($"{to} exists already. Give another name, so that no key is lost.");
        }

        await file.Copy(to, stop);
        Console.WriteLine($"The key is in {to}. Whoever has it and the data can read everything confidential: lock it away, apart from the backups. To use it again, copy it to {file.Path}.");
        return (int)Exit.Done;
    }
}
