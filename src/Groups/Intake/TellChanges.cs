using System.Text.Json;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;

namespace Trellis.Groups.Intake;

/// <summary>Says in the report of a list that came again what is different in it: which cells of which rows, and which rows it no longer has.</summary>
internal sealed class TellChanges(ImportRun run)
{
    /// <summary>Nobody reads more, and each row looked at is read once more.</summary>
    public const int MostRows = 5_000;

    private const int LongestText = 60;

    private long looked, more;

    /// <summary>Before the rows are written anew.</summary>
    /// <param name="name">What the row is about.</param>
    public async Task Changed(RecordToWrite renewed, string? name, CancellationToken stop)
    {
        if (renewed.Row == 0 || !MayLook())
        {
            return; // what has no row of its own was named in another's
        }

        var before = await run.Connection.Query("SELECT raw FROM groups_source_record WHERE id = @id", row => row.GetString(0), stop, ("id", renewed.Id));
        var changes = Between(Read(before.Single()), Read(renewed.Raw)).ToList();
        if (changes.Count > 0)
        {
            run.Note(renewed.Sheet, renewed.Row, null, name, $"Other than in the file before: {string.Join("; ", changes)}", "Renewed");
        }
    }

    /// <param name="name">Of what it was about; null where that has become part of another.</param>
    public void Gone(string? name)
    {
        if (MayLook())
        {
            run.Note($"{name ?? "A row of before"} is no longer in the file", "Kept, marked as such");
        }
    }

    /// <summary>Says how many it did not tell.</summary>
    public void Close()
    {
        if (more > 0)
        {
            run.Note($"{more:N0} further rows were renewed or are no longer in the file", "Counted, not listed");
        }
    }

    /// <summary>Counts what is left out: also where a row is only read otherwise than before, looking costs.</summary>
    private bool MayLook()
    {
        if (looked == MostRows)
        {
            more++;
            return false;
        }

        looked++;
        return true;
    }

    private static IEnumerable<string> Between(Dictionary<string, string> before, Dictionary<string, string> now)
    {
        foreach (var heading in before.Keys.Union(now.Keys))
        {
            var (was, became) = (before.GetValueOrDefault(heading), now.GetValueOrDefault(heading));
            if (was != became)
            {
                yield return $"{Short(heading)} was {Quoted(was)} and is {Quoted(became)}";
            }
        }
    }

    private static string Quoted(string? text) => text is null ? "empty" : $"“{Short(text)}”";

    private static string Short(string text) => text.Length <= LongestText ? text : text[..(LongestText - (char.IsHighSurrogate(text[LongestText - 1]) ? 1 : 0))] + "…";

    private static Dictionary<string, string> Read(string raw) => JsonSerializer.Deserialize(raw, SaidJson.Default.DictionaryStringString)!;
}
