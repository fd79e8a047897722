using Trellis.Platform.Data;
using Trellis.Platform.Exchange;

namespace Trellis.Platform.Places.Import;

/// <summary>The codes of the place's areas, and the rows of a file that are about areas elsewhere.</summary>
internal sealed class KnownAreas
{
    private readonly ImportRun run;
    private readonly Dictionary<string, long> elsewhere = [];

    private KnownAreas(ImportRun run, IReadOnlyList<(AreaKind Kind, string Code, string Name)> all)
    {
        this.run = run;
        All = all;
        Codes = [.. all.Select(area => area.Code), run.Place.Code];
    }

    public IReadOnlyList<(AreaKind Kind, string Code, string Name)> All { get; }

    public HashSet<string> Codes { get; }

    /// <exception cref="FileRefusedException">The place has no areas yet, so nothing of the file would come in.</exception>
    public static async Task<KnownAreas> Of(ImportRun run, CancellationToken stop)
    {
        var all = await run.Connection.Query(
            "SELECT kind, code, name FROM platform_area WHERE place_id = @place ORDER BY code",
            row => (Enum.Parse<AreaKind>(row.GetString(0)), row.GetString(1), row.GetString(2)), stop, ("place", run.Place.Id));
        return all.Count > 0 ? new(run, all) : throw new FileRefusedException(
            $"{run.Place.Name} has no areas yet that {run.File.FileName} could be about; bring in the boundaries first, as in --as area-boundaries.");
    }

    /// <summary>Counts a row as left out. What the rows were about is said once for the file, not once for each of forty thousand.</summary>
    public void LeaveOut(string inWords)
    {
        run.Report.Count(Outcome.Refused);
        elsewhere[inWords] = elsewhere.GetValueOrDefault(inWords) + 1;
    }

    public void NoteLeftOut()
    {
        foreach (var (inWords, rows) in elsewhere)
        {
            run.NoteFile($"{rows:N0} {(rows == 1 ? "row is" : "rows are")} about {inWords}.", "Left out");
        }
    }
}
