using System.Data.Common;
using Trellis.Groups.Contract;
using Trellis.Groups.Intake;
using Trellis.Groups.Record;
using Trellis.Platform.Data;

namespace Trellis.Groups.Matching;

/// <summary>Asks the matching for labelled names, knowing only what the registers say: otherwise a list that came in before would answer for itself.</summary>
internal sealed class MeasureMatching(Database database) : MatchMeasure
{
    public override async Task<MatchQuality> Handle(Guid placeId, IEnumerable<(string Name, string? CharityNumber)> labelled, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var known = await FromRegisters(connection, placeId, stop);
        var (right, wrong, missed, none, ask) = (0, 0, 0, 0, 0);
        var mistakes = new List<string>();
        foreach (var (name, number) in labelled)
        {
            var meant = number is null ? null : known.With("GB-CHC-" + number);
            var best = known.Best(new(name, [], null));
            var joined = best?.Score >= Lines.High ? best : null;
            if (joined?.OrganisationId == meant)
            {
                _ = meant is null ? none++ : right++;
                continue;
            }

            var would = joined is null && best?.OrganisationId == meant;
            _ = joined is null ? missed++ : wrong++;
            ask += would ? 1 : 0;
            mistakes.Add($"{(joined is null ? would ? "asks" : "missed" : "wrong")}: {name} ({number ?? "none"}) {best?.Score} {best?.Reason}");
        }

        return new(right, wrong, missed, none, ask, mistakes);
    }

    private static async Task<Known> FromRegisters(DbConnection connection, Guid placeId, CancellationToken stop)
    {
        var rows = await connection.Query(
            """
            SELECT record.organisation_id, record.said, source.format FROM groups_source_record record JOIN platform_source source ON source.id = record.source_id
            WHERE source.place_id = @place AND record.organisation_id IS NOT NULL
            """,
            row => (Organisation: row.GetGuid(0), Said: Statement.FromJson(row.GetString(1)), Format: row.GetString(2)), stop, ("place", placeId));
        var known = new Known();
        foreach (var row in rows.Where(row => row.Format == CharityRegister.Word))
        {
            known.Add(OrganisationIntake.KnownAs(row.Organisation, row.Said));
            known.AddName(row.Organisation, row.Said.Name!, NameKind.Current);
            known.AddIdentifier(row.Organisation, row.Said.Identifiers[0]);
        }

        foreach (var (organisation, said, _) in rows.Where(row => row.Format == CharityOtherNames.Word && known.With(row.Said.Identifiers[0]) is not null))
        {
            foreach (var name in said.OtherNames)
            {
                known.AddName(organisation, name.Text, name.Kind);
            }
        }

        return known;
    }
}
