using Trellis.Platform.Exchange;

namespace Trellis.Platform.Places.Import;

/// <summary>Finds the heading that holds a field: as a person mapped it, else by the names publishers are known to use.</summary>
internal static class Columns
{
    /// <summary>The heading; null where the file has none for the field.</summary>
    public static string? For(ImportRun run, string field, params ReadOnlySpan<string> usual)
    {
        foreach (var (heading, meant) in run.Mapping)
        {
            if (meant == field && Among(run.File.Headings, heading) is { } mapped)
            {
                return mapped;
            }
        }

        return Among(run.File.Headings, usual);
    }

    /// <summary>The heading of a field that the file cannot do without.</summary>
    public static string Require(ImportRun run, string field, string inWords, params ReadOnlySpan<string> usual) =>
        For(run, field, usual) ?? throw new FileRefusedException(
            $"{run.File.FileName} has no column for {inWords}; its columns are {string.Join(", ", run.File.Headings.Take(12))}. Name it in the mapping as {field}.");

    public static string? Among(IReadOnlyList<string> headings, params ReadOnlySpan<string> usual)
    {
        foreach (var name in usual)
        {
            if (headings.FirstOrDefault(heading => Same(heading, name)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public static bool HasAll(IReadOnlyList<string> headings, params ReadOnlySpan<string> wanted)
    {
        foreach (var name in wanted)
        {
            if (Among(headings, name) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the file as a whole should be remembered for, without one row to point at.</summary>
    public static void NoteFile(this ImportRun run, string wrong, string done, Severity severity = Severity.Note, string? value = null) =>
        run.Report.Add(new Finding { Id = Guid.CreateVersion7(run.Now), ImportId = run.Id, Severity = severity, Wrong = wrong, Done = done, Value = value });

    public static void ShowProgress(this ImportRun run)
    {
        if (run.Report.RowsIn % 1000 == 0)
        {
            run.Progress(run.Report.RowsIn);
        }
    }

    private static bool Same(string one, string other) => Bare(one).SequenceEqual(Bare(other));

    private static IEnumerable<char> Bare(string heading) => heading.Where(letter => letter is not (' ' or '_' or '-')).Select(char.ToLowerInvariant);
}
