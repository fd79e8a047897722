using System.CommandLine;
using Trellis.Platform.Access;

namespace Trellis.App.Commands;

/// <summary>Gives a place an administrator: a further place begins without one, and the last one may have gone.</summary>
internal static class AdministratorCommand
{
    private static readonly Argument<string> Address = new("ADDRESS") { Description = "The email address they sign in with" };

    public static Command Make()
    {
        var command = new Command("administrator", "Make somebody an administrator of a place") { Address };
        command.SetAction((said, stop) => Installation.Work(said.GetValue(Cli.Data)!, services => Appoint(services, said, stop), stop));
        return command;
    }

    private static async Task<int> Appoint(IServiceProvider services, ParseResult said, CancellationToken stop)
    {
        var place = await Cli.PlaceOf(services, said, stop);
        var made = await services.GetRequiredService<MakeAdministrator>().Handle(said.GetValue(Address), place, stop);
        if (!made.Succeeded)
        {
            return await Cli.Refuse(made.Problems[0].Message);
        }

        Console.WriteLine($"{made.Value.Email} administers {place.Name}. They sign in with a code sent to that address.");
        return (int)Exit.Done;
    }
}
