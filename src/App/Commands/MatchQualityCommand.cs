using System.CommandLine;
using Trellis.Groups.Contract;
using Trellis.Platform.Places;
using Trellis.Standards.Tables;

namespace Trellis.App.Commands;

/// <summary>Prints how often the matching of names is right, on a file in which a person said who is meant.</summary>
internal static class MatchQualityCommand
{
    private static readonly Argument<string> Labelled = new("FILE")
    {
        Description = "A table with the columns name and charity_number (empty where none is meant)",
        DefaultValueFactory = _ => Path.Combine(Environment.GetEnvironmentVariable("TRELLIS_ROOT") ?? ".", "data", "matching", "recipients-labelled.csv"),
    };

    public static Command Make()
    {
        var command = new Command("match-quality", "Measure the matching of names on labelled data") { Labelled };
        command.SetAction((said, stop) => Installation.Work(said.GetValue(Cli.Data)!, services => Run(services, said, said.GetValue(Labelled)!, stop), stop));
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, ParseResult said, string path, CancellationToken stop)
    {
        var place = await Cli.PlaceOf(services, said, stop);
        using var file = TableFile.Open(path);
        var found = await services.GetRequiredService<MatchMeasure>().Handle(place.Id, file.Rows().Select(row => (row["name"] ?? "", row["charity_number"])), stop);
        foreach (var mistake in found.Mistakes)
        {
            Console.WriteLine(mistake);
        }

        Console.WriteLine(
            $"precision {found.Precision / 10.0:0.0} %, recall {found.Recall / 10.0:0.0} %: {found.Right} right, {found.Wrong} wrong, "
            + $"{found.Missed} missed (of these {found.WouldAsk} would be asked), {found.RightlyNone} rightly none");
        return (int)Exit.Done;
    }
}
