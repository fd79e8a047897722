using System.CommandLine;
using Trellis.Platform.Places;

namespace Trellis.App.Commands;

/// <summary>What a command tells the shell: everything is done, done but look at the findings, or nothing was done.</summary>
internal enum Exit
{
    Done = 0,
    DoneWithFindings = 1,
    Refused = 2,
}

/// <summary>The table of contents of the command line.</summary>
internal static class Cli
{
    /// <summary>Where the database and everything else of this installation is kept.</summary>
    public static readonly Option<string> Data = new("--data")
    {
        Description = "The folder with the data of this installation",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("TRELLIS_DATA") ?? "var",
        Recursive = true,
    };

    /// <summary>Which of several places a command is about.</summary>
    public static readonly Option<string?> In = new("--in")
    {
        Description = "The code of the place it is about, where there are several, as in E08000009; the first otherwise",
        Recursive = true,
    };

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Trellis: the support system for the voluntary sector of a place.")
        {
            Data,
            In,
            ServeCommand.Make(),
            ImportCommand.Make(),
            ExportCommand.Make(),
            MatchQualityCommand.Make(),
            PlaceCommand.Make(),
            AdministratorCommand.Make(),
            ForgetPasskeysCommand.Make(),
            KeepingCommands.Backup(),
            KeepingCommands.Restore(),
            KeepingCommands.Verify(),
            MailReturnedCommand.Make(),
            ConfidentialCommand.Make(),
        };
        var said = root.Parse(args);
        if (said.Errors.Count > 0)
        {
            return await Refuse($"{said.Errors[0].Message} Type ./trellis --help to see what there is.");
        }

        return await said.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>The place that the command is about.</summary>
    /// <exception cref="NoPlaceException">There is none, or none with the code.</exception>
    public static async Task<Place> PlaceOf(IServiceProvider services, ParseResult said, CancellationToken stop)
    {
        var here = services.GetRequiredService<Here>();
        return said.GetValue(In) is { } code && !await here.Choose(code, stop)
            ? throw new NoPlaceException($"There is no place with the code {code}. ./trellis place says which there are.")
            : await here.RequirePlace(stop);
    }

    /// <summary>Opens a file that somebody named; null where it is not there or not for them.</summary>
    public static FileStream? Open(string path, FileMode mode, FileAccess access)
    {
        try
        {
            return new FileStream(path, mode, access);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Says in one sentence why nothing was done.</summary>
    public static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return (int)Exit.Refused;
    }
}
