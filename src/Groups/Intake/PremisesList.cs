using System.Text.Json;
using Trellis.Groups.Contract;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;
using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;

namespace Trellis.Groups.Intake;

/// <summary>A list of buildings and land: a council's assets in the Transparency Code's columns, or any list of halls or allotments.</summary>
internal sealed class PremisesList : Importer
{
    private static readonly ImportField[] Usual =
    [
        new("key", "Number in the list", "assetcode", "uprn", "osmid", "id", "reference"),
        new("owner", "Whose it is", "organisationlabel", "owner", "ownedby"),
        new("name", "Name", "propertyname", "name", "title", "building"),
        new("number", "House number", "streetnumber"),
        new("street", "Street", "streetname", "street", "address"),
        new("town", "Town", "posttown", "town"),
        new("postcode", "Postcode", "postcode", "postalcode"),
        new("latitude", "Latitude", "geoy", "lat", "latitude"),
        new("longitude", "Longitude", "geox", "lon", "lng", "longitude"),
        new("reference-system", "System of the coordinates", "coordinatereferencesystem"),
        new("tenure", "Owned or rented", "tenuretype", "tenure"),
        new("tenure-detail", "More about how it is held", "tenuredetail"),
        new("use", "What it is used for", "otherdetail", "use"),
        new("holding", "What it is held as", "holdingtype"),
    ];

    public override string Format => "premises-list";

    public override string Title => "List of buildings and land";

    public override string Called => "A list of buildings and land";

    public override int Order => 26;

    public override IReadOnlyList<ImportField> ColumnFields => Usual;

    public override IReadOnlyList<ImportOption> Options =>
    [
        new("kind", "What are they?", "Buildings and land of different kinds", ThingKinds.Answers("Allotment", "Hall", "CommunityCentre", "Library", "Park", "YouthCentre")),
    ];

    public override int Recognise(IReadOnlyList<string> headings)
    {
        var plain = headings.Select(Fields.Plain).ToHashSet();
        return plain.IsSupersetOf(["propertyname", "tenuretype"]) ? 90 : plain.IsSupersetOf(["name", "osmid", "lat", "lon"]) ? 50 : 0;
    }

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        var fields = new Fields(run, Usual);
        if (fields["name"] is null)
        {
            throw new FileRefusedException($"{run.File.FileName} has no column for the name of a building or piece of land, such as PropertyName.");
        }

        var kind = run.Option("kind") is { } option ? ThingKinds.Words(option) : null;
        var organisations = await OrganisationIntake.Open(run, stop);
        var things = await ThingIntake.Open(run, organisations, "groups_premises", "owner_id", stop);
        foreach (var row in run.File.Rows())
        {
            if (row.Fault is { } fault)
            {
                run.Refuse(row, null, null, fault);
            }
            else if (Say(run, row, fields, kind) is { } said)
            {
                await things.Take(row, await Make(organisations, said, row, fields, stop), stop);
            }
            else
            {
                run.Refuse(row, fields["name"], null, "The building or land has no name and no street");
            }
        }

        await things.Close(stop);
        await organisations.Close(key => !ThingIntake.IsThing(key), stop);
    }

    private static PremisesStatement? Say(ImportRun run, Row row, Fields fields, string? kind)
    {
        var cells = new Cells(run, row);
        var address = string.Join(", ", new[] { $"{cells.Text(fields["number"])} {cells.Text(fields["street"])}".Trim(), cells.Text(fields["town"]) ?? "" }.Where(part => part.Length > 0));
        var name = cells.Text(fields["name"]) ?? (address.Length > 0 ? address : null);
        var system = cells.Text(fields["reference-system"]);
        var isOnTheMap = system is null or "WGS84" or "EPSG:4326";
        if (!isOnTheMap)
        {
            run.Warn(row, fields["reference-system"], system, "Coordinates are read only in WGS84", "The coordinates were left out");
        }

        var spot = isOnTheMap ? cells.Spot(fields["latitude"], fields["longitude"]) : null;
        return name is null ? null : new()
        {
            Name = kind is null ? ShownName.From(name) : ThingKinds.NameWith(ShownName.From(name), kind),
            Kind = kind ?? PremisesKinds.Of(name, cells.Text(fields["use"]), cells.Text(fields["holding"])),
            Tenure = cells.Text(fields["tenure"]),
            TenureDetail = cells.Text(fields["tenure-detail"]),
            Address = address.Length > 0 ? address : null,
            Postcode = cells.Postcode(fields["postcode"]),
            LatitudeMicro = spot?.LatitudeMicro,
            LongitudeMicro = spot?.LongitudeMicro,
            Owner = cells.Name(fields["owner"]),
        };
    }

    private static async Task<Thing> Make(OrganisationIntake organisations, PremisesStatement said, Row row, Fields fields, CancellationToken stop) => new(
        (fields["key"] is { } heading && !LongNames.IsTooLong(row[heading]) ? row[heading] : null) ?? $"{CleanName.Key(said.Name)}|{said.Postcode ?? $"{said.LatitudeMicro},{said.LongitudeMicro}"}",
        JsonSerializer.Serialize(said, SaidJson.Default.PremisesStatement), said.Name, said.Kind,
        said.Owner is null ? null : await Owner(organisations, said.Owner, stop),
        new(said.Address, said.Postcode, said.LatitudeMicro, said.LongitudeMicro),
        [("tenure", said.Tenure), ("tenure_detail", said.TenureDetail)]);

    private static async Task<Guid> Owner(OrganisationIntake organisations, string owner, CancellationToken stop)
    {
        var isCouncil = owner.Contains("council", StringComparison.OrdinalIgnoreCase);
        var said = new Statement
        {
            Name = owner,
            Kind = isCouncil ? OrganisationKind.PublicBody : null,
            LegalForm = isCouncil ? LegalForms.Council : null,
            IsOnlyPayer = isCouncil,
        };
        return (await organisations.Mention(ThingIntake.OrganisationPrefix + CleanName.Key(owner), said, "{}", stop)).OrganisationId;
    }
}
