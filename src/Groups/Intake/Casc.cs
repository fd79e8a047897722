using Trellis.Groups.Contract;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Standards.Organisations;

namespace Trellis.Groups.Intake;

/// <summary>The national list of community amateur sports clubs: those with a postcode in the place, also where the registration has ended (the club may go on). Their addresses can be homes and are never shown.</summary>
internal sealed class Casc : Importer
{
    public const string Word = "casc";

    public override string Format => Word;

    public override string Title => "Community amateur sports clubs";

    public override string Called => "A list of sports clubs";

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
            var isHere = intake.Postcodes.Count == 0 || intake.Postcodes.Find(postcode) is not null;
            if (row.Fault is { } fault)
            {
                run.Refuse(row, null, null, fault);
            }
            else if (OrgIdentifier.Normal(row["id"]) is not { } id || !id.StartsWith(Scheme.SportsClubs, StringComparison.Ordinal))
            {
                run.Refuse(row, "id", row["id"], "This is not the number of a club");
            }
            else if (row["name"] is not { } name)
            {
                run.Refuse(row, "name", null, "The club has no name");
            }
            else if (!isHere)
            {
                run.Report.Count(Outcome.Unchanged);
                elsewhere++;
            }
            else
            {
                await intake.Take(row, id, Say(id, name, row["address"], postcode, string.Equals(row["active"], "true", StringComparison.OrdinalIgnoreCase)), stop);
            }
        }

        await intake.Close(_ => true, stop);
        if (elsewhere > 0)
        {
            run.Note($"{elsewhere:N0} clubs have no postcode in {run.Place.Name}", "Left out; counted as unchanged");
        }
    }

    private static Statement Say(string id, string name, string? address, string? postcode, bool isActive) => new()
    {
        Name = name,
        Identifiers = [id],
        Kind = OrganisationKind.SportsClub,
        LegalForm = isActive ? LegalForms.SportsClub : null,
        Cause = "A21", // by law such a club is for playing sport
        Address = address,
        Postcode = postcode,
        MayBeHome = true,
    };
}
