using System.CommandLine;
using Trellis.Platform.Notices;

namespace Trellis.App.Commands;

/// <summary>Takes in a mail that came back, so that its address gets no more letters.</summary>
internal static class MailReturnedCommand
{
    private static readonly Argument<string> FileName = new("FILE") { Description = "The mail as a file (.eml), or - to read it from standard input" };

    public static Command Make()
    {
        var command = new Command("mail-returned", "Take note of a letter that came back") { FileName };
        command.SetAction((said, stop) => Installation.Work(said.GetValue(Cli.Data)!, services => Read(services, said.GetValue(FileName)!, stop), stop));
        return command;
    }

    private static async Task<int> Read(IServiceProvider services, string file, CancellationToken stop)
    {
        await using var mail = file == "-" ? Console.OpenStandardInput() : Cli.Open(file, FileMode.Open, FileAccess.Read);
        if (mail is null)
        {
            return await Cli.Refuse($"{file} cannot be opened. Check that the file is there and that you may read it.");
        }

        var read = await services.GetRequiredService<TakeReturned>().Read(mail, stop);
        if (!read.Succeeded)
        {
            return await Cli.Refuse(read.Problems[0].Message);
        }

        Console.WriteLine($"No more letters go to {read.Value} until somebody says at /people/mail that it works again.");
        return (int)Exit.Done;
    }
}
