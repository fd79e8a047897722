using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Exchange;

namespace Trellis.Groups.Intake;

/// <summary>The national list of community amateur sports clubs: those with a postcode in the place that are still registered. Their addresses can be homes and are never shown.</summary>
internal sealed class Casc : Importer
{
    public const string Word = "casc";

    public override string Format => Word;

    public override string Title => "Community amateur sports clubs";

    public override int Order => 24;

    public override int Recognise(IReadOnlyList<string> headings) =>
        headings.SequenceEqual(["id", "name", "address", "postcode", "active"], StringComparer.OrdinalIgnoreCase) ? 95 : 0;

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        var intake = await OrganisationIntake.Open(run, stop);
        var (rows, elsewhere) = (0L, 0L);
        foreach (var row in run.File.Rows())
        {
            run.Tick(++rows);
            var postcode = Postcodes.Tidy(row["postcode"] ?? "");
            var isHere = intake.Gazetteer.IsEmpty || intake.Gazetteer.Find(postcode) is not null;
            if (row["id"] is not { } id || !id.StartsWith("GB-CASC-", StringComparison.OrdinalIgnoreCase))
            {
                run.Refuse(row, "id", row["id"], "This is not the number of a club");
            }
            else if (row["name"] is not { } name)
            {
                run.Refuse(row, "name", null, "The club has no name");
            }
            else if (!isHere || !string.Equals(row["active"], "true", StringComparison.OrdinalIgnoreCase))
            {
                run.Report.Count(Outcome.Unchanged);
                elsewhere++;
            }
            else
            {
                await intake.Take(row, id, Say(id, name, row["address"], postcode), stop);
            }
        }

        await intake.Close(_ => true, stop);
        if (elsewhere > 0)
        {
            run.Sum($"{elsewhere:N0} clubs have no postcode in {run.Place.Name} or are no longer registered", "Left out; counted as unchanged");
        }
    }

    private static Statement Say(string id, string name, string? address, string? postcode) => new()
    {
        Name = name,
        Identifiers = [id.ToUpperInvariant()],
        Kind = OrganisationKind.SportsClub,
        LegalForm = LegalForms.SportsClub,
        Cause = "A21", // by law such a club is for playing sport
        Address = address,
        Postcode = postcode,
        MayBeHome = true,
    };
}
