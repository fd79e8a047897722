using System.CommandLine;
using Trellis.Platform.Access;

namespace Trellis.App.Commands;

/// <summary>Lets somebody who has lost their passkey add a new one.</summary>
internal static class ForgetPasskeysCommand
{
    private static readonly Argument<string> Address = new("ADDRESS") { Description = "The email address they sign in with" };

    public static Command Make()
    {
        var command = new Command("forget-passkeys", "Remove the passkeys of somebody who has lost theirs") { Address };
        command.SetAction((said, stop) => Installation.Work(said.GetValue(Cli.Data)!, services => Forget(services, said.GetValue(Address)!, stop), stop));
        return command;
    }

    private static async Task<int> Forget(IServiceProvider services, string address, CancellationToken stop)
    {
        var forgotten = await services.GetRequiredService<ForgetPasskeys>().Handle(address, stop);
        if (!forgotten.Succeeded)
        {
            return await Cli.Refuse(forgotten.Problems[0].Message);
        }

        Console.WriteLine($"{forgotten.Value} passkeys of {address} are forgotten. They sign in with a code and add a new one.");
        return (int)Exit.Done;
    }
}
