using Trellis.Platform.Exchange;

namespace Trellis.Groups.Intake;

/// <summary>What a mapping says of the whole file, under "*": values for every row, as in "kind=Library; keep=all".</summary>
internal static class Options
{
    public static string? Option(this ImportRun run, string name) =>
        run.Mapping.GetValueOrDefault("*")?
            .Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .FirstOrDefault(part => part.Length == 2 && part[0] == name)?[1];

    /// <summary>One finding about the file as a whole.</summary>
    public static void Sum(this ImportRun run, string wrong, string done) => run.Report.Add(new Finding
    {
        Id = Guid.CreateVersion7(run.Now),
        ImportId = run.Id,
        Severity = Severity.Note,
        Wrong = wrong,
        Done = done,
    });
}
