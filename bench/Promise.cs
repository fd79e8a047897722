using System.Globalization;
using System.Text.Json;

namespace Trellis.Bench;

/// <summary>What was promised of something, beside what was measured of it.</summary>
/// <param name="What">As in search page, in the server, p99.</param>
internal sealed record Promise(string Place, string What, string Unit, double Figure, double? AtMost = null, double? AtLeast = null)
{
    /// <summary>Measured as it was promised; what cannot be measured is not met.</summary>
    public bool IsMet => (AtMost is null || Figure <= AtMost) && (AtLeast is null || Figure >= AtLeast);

    public string Bound => AtMost is { } most ? $"at most {Number(most)}" : $"at least {Number(AtLeast!.Value)}";

    public static string Number(double figure) => figure.ToString(Math.Abs(figure) >= 100 ? "N0" : Math.Abs(figure) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}

/// <summary>Prints promises beside figures, and keeps them in the file that --promises names, for the table of all.</summary>
internal static class Promises
{
    /// <summary>Returns the exit code: 0 where all are met, otherwise 1.</summary>
    public static int Tell(string[] args, IReadOnlyList<Promise> promises)
    {
        Print(promises);
        if (Country.Option(args, "--promises") is { } file)
        {
            File.AppendAllLines(file, promises.Select(promise => JsonSerializer.Serialize(promise)));
        }

        return Code(promises);
    }

    public static int Code(IEnumerable<Promise> promises) => promises.All(promise => promise.IsMet) ? 0 : 1;

    public static IReadOnlyList<Promise> Kept(string file) => [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize<Promise>(line)!)];

    public static void Print(IReadOnlyList<Promise> promises)
    {
        Console.WriteLine();
        Console.WriteLine($"{"place",-9}{"promise",-60}{"measured",18}  {"promised",-18}");
        foreach (var promise in promises)
        {
            Console.WriteLine(
                $"{promise.Place,-9}{promise.What,-60}{Promise.Number(promise.Figure) + " " + promise.Unit,18}  {promise.Bound,-18}{(promise.IsMet ? "met" : "NOT MET")}");
        }
    }
}
