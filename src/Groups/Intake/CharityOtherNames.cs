using Trellis.Groups.Matching;
using Trellis.Groups.Record;
using Trellis.Platform.Exchange;

namespace Trellis.Groups.Intake;

/// <summary>The register's table of working and former names. It holds the whole country's; kept are those of charities known here, the rest counts as unchanged.</summary>
internal sealed class CharityOtherNames : Importer
{
    public const string Word = "charity-other-names";
    private const string Number = "registered_charity_number";
    private const string Kind = "charity_name_type";

    public override string Format => Word;

    public override string Title => "Other names of charities";

    public override string Called => "A list of other names of charities";

    public override int Order => 21;

    public override int Recognise(IReadOnlyList<string> headings) => headings.Contains(Number) && headings.Contains(Kind) ? 96 : 0;

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        if (Recognise(run.File.Headings) == 0)
        {
            throw new FileRefusedException($"{run.File.FileName} has no columns {Number} and {Kind}.");
        }

        var intake = await OrganisationIntake.Open(run, stop);
        var (rows, elsewhere) = (0L, 0L);
        foreach (var row in run.File.Rows())
        {
            run.Tick(++rows);
            var linked = row["linked_charity_number"];
            var number = OrgIdentifier.Charity(linked is null or "0" ? row[Number] : $"{row[Number]}-{linked}");
            if (row.Fault is { } fault)
            {
                run.Refuse(row, null, null, fault);
            }
            else if (number is null)
            {
                run.Refuse(row, Number, row[Number], "This is not the number of a charity");
            }
            else if (row["charity_name"] is not { } name)
            {
                run.Refuse(row, "charity_name", null, "There is no name");
            }
            else if (intake.Known.With(number) is null)
            {
                run.Report.Count(Outcome.Unchanged);
                elsewhere++;
            }
            else
            {
                var key = row["charity_name_id"] ?? $"{number} {name}";
                var kind = row[Kind]?.StartsWith("Prev", StringComparison.OrdinalIgnoreCase) == true ? NameKind.Former : NameKind.Working;
                await intake.Take(row, key, new() { OtherNames = [new(name, kind)], Identifiers = [number] }, stop);
            }
        }

        await intake.Close(_ => true, stop);
        if (elsewhere > 0)
        {
            run.Note($"{elsewhere:N0} names belong to charities that are not known in {run.Place.Name}", "Left out; counted as unchanged");
        }
    }
}
