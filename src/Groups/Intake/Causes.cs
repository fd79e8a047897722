using Trellis.Groups.Contract;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;
using Trellis.Platform.Exchange;

namespace Trellis.Groups.Intake;

/// <summary>A list that gives organisations, by their number, the class of what they do (ICNPTSO) or tags (UK-CAT). Numbers not known here count as unchanged.</summary>
internal sealed class Causes : Importer
{
    private static readonly string[] Ids = ["org_id", "orgid", "id", "identifier"];
    private static readonly string[] Classes = ["icnptso_code", "icnptso"];
    private static readonly string[] TagLists = ["ukcat_code", "ukcat_codes", "ukcat"];

    public override string Format => "causes";

    public override string Title => "Causes of organisations (ICNPTSO, UK-CAT)";

    public override string Called => "A list of what groups are about";

    public override int Order => 22;

    public override int Recognise(IReadOnlyList<string> headings) => Pick(headings, Ids) is not null && (Pick(headings, Classes) ?? Pick(headings, TagLists)) is not null ? 90 : 0;

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        var (id, cause, tags) = (Pick(run.File.Headings, Ids), Pick(run.File.Headings, Classes), Pick(run.File.Headings, TagLists));
        if (id is null || (cause ?? tags) is null)
        {
            throw new FileRefusedException($"{run.File.FileName} has no columns for an organisation's number and its class, such as org_id and icnptso_code.");
        }

        var intake = await OrganisationIntake.Open(run, stop);
        var (rows, elsewhere) = (0L, 0L);
        foreach (var row in run.File.Rows())
        {
            run.Tick(++rows);
            var code = cause is null ? null : row[cause];
            if (row.Fault is { } fault)
            {
                run.Refuse(row, null, null, fault);
            }
            else if (row[id] is not { } text || OrgIdentifier.Normal(text) is not { } number)
            {
                run.Refuse(row, id, row[id], "This is not an organisation's number");
            }
            else if (code is not null && !CauseTitles.IsCode(code))
            {
                run.Refuse(row, cause, code, "This is not a class of ICNPTSO");
            }
            else if (intake.Known.With(number) is null)
            {
                run.Report.Count(Outcome.Unchanged);
                elsewhere++;
            }
            else
            {
                var list = tags is null ? [] : (row[tags] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                await intake.Take(row, number, new() { Identifiers = [number], Cause = code, Tags = list }, stop);
            }
        }

        await intake.Close(_ => true, stop);
        if (elsewhere > 0)
        {
            run.Note($"{elsewhere:N0} numbers are not known in {run.Place.Name}", "Left out; counted as unchanged");
        }
    }

    private static string? Pick(IReadOnlyList<string> headings, string[] names) =>
        headings.FirstOrDefault(heading => names.Contains(heading.Trim(), StringComparer.OrdinalIgnoreCase));
}
