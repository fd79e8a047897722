using System.Text.Json;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;
using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;

namespace Trellis.Groups.Intake;

/// <summary>A list of what is offered to people where: food banks, hubs, libraries. The mapping's "kind" says what all of them are.</summary>
/// <remarks>Who offers it is joined by the name that the file gives, or by a website that exactly one known organisation has.</remarks>
internal sealed class ServiceList : Importer
{
    private static readonly ImportField[] Usual =
    [
        new("offered-by", "Who offers it", "managedby", "provider", "offeredby", "runby", "organisation", "organization"),
        new("name", "Name of the service", "name", "servicename", "service", "title", "communityhub", "centre", "venue"),
        new("description", "What it is", "description", "facilities", "about", "type"),
        new("opening-times", "When it is open", "openinghours", "openingtimes", "times", "when"),
        new("how-to-get-it", "How to get it", "referralmethod", "howtogetit", "eligibility", "access"),
        new("website", "Website", "website", "web", "url"),
        new("email", "Email address", "email", "emailaddress", "contact"),
        new("telephone", "Telephone", "telephone", "phone", "tel", "telephonenumber"),
        new("address", "Address", "address", "fulladdress", "location"),
        new("postcode", "Postcode", "postcode", "postalcode"),
        new("latitude", "Latitude", "lat", "latitude"),
        new("longitude", "Longitude", "lon", "long", "lng", "longitude"),
    ];

    public override string Format => "service-list";

    public override string Title => "List of services: food banks, hubs, libraries";

    public override string Called => "A list of services";

    public override int Order => 25;

    public override IReadOnlyList<ImportField> ColumnFields => Usual;

    public override IReadOnlyList<ImportOption> Options =>
    [
        new("kind", "What are they?", "Services of different kinds", ThingKinds.Answers("FoodBank", "CommunityHub", "Library", "ChildrensCentre", "LeisureCentre", "WarmSpace", "AdviceCentre", "YouthClub")),
        PrivateContacts.Asked("The services' own: show them to everybody"),
    ];

    public override int Recognise(IReadOnlyList<string> headings)
    {
        var plain = headings.Select(Fields.Plain).ToHashSet();
        return plain.Contains("postcode") && plain.Overlaps(["openinghours", "openingtimes", "referralmethod"]) ? 60 : 0;
    }

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        var fields = new Fields(run, Usual);
        if ((fields["name"] ?? fields["offered-by"]) is null)
        {
            throw new FileRefusedException($"{run.File.FileName} has no column for the name of a service. Say which one holds it (on the command line: --map \"Venue=name\").");
        }

        var kind = ThingKinds.Words(run.Option("kind") ?? "Service");
        var mayBeHome = PrivateContacts.Are(run);
        var organisations = await OrganisationIntake.Open(run, stop);
        var things = await ThingIntake.Open(run, organisations, "groups_service", "organisation_id", stop);
        foreach (var row in run.File.Rows())
        {
            if (row.Fault is { } fault)
            {
                run.Refuse(row, null, null, fault);
            }
            else if (Say(new Cells(run, row), fields, kind, mayBeHome) is { } said)
            {
                await things.Take(row, await Make(organisations, said, stop), stop);
            }
            else
            {
                run.Refuse(row, fields["name"], null, "The row names neither a service nor who offers it");
            }
        }

        await things.Close(stop);
        await organisations.Close(key => !ThingIntake.IsThing(key), stop);
    }

    private static ServiceStatement? Say(Cells cells, Fields fields, string kind, bool mayBeHome)
    {
        var (offeredBy, address) = (cells.Name(fields["offered-by"])?.TrimEnd('.'), cells.Text(fields["address"]));
        var name = cells.Text(fields["name"]) is { } own ? Fields.Plain(fields["name"]!) == Fields.Plain(kind) ? ThingKinds.NameWith(own, kind) : own
            : address is not null && !char.IsAsciiDigit(address[0]) ? $"{kind} at {FirstPart(address)}"
            : offeredBy is not null ? $"{kind} of {offeredBy}"
            : address is not null ? $"{kind}, {address}"
            : null;
        var spot = cells.Spot(fields["latitude"], fields["longitude"]);
        return name is null ? null : new()
        {
            Name = name,
            Kind = kind,
            OfferedBy = offeredBy,
            Description = cells.Text(fields["description"]),
            OpeningTimes = cells.Text(fields["opening-times"]),
            HowToGetIt = cells.Text(fields["how-to-get-it"]),
            Website = cells.Website(fields["website"]),
            Email = cells.Email(fields["email"]),
            Telephone = cells.Telephone(fields["telephone"]),
            Address = address,
            Postcode = cells.Postcode(fields["postcode"]),
            LatitudeMicro = spot?.LatitudeMicro,
            LongitudeMicro = spot?.LongitudeMicro,
            MayBeHome = mayBeHome,
        };
    }

    private static async Task<Thing> Make(OrganisationIntake organisations, ServiceStatement said, CancellationToken stop)
    {
        var offeredBy = organisations.Known.OnlyOneAt(said.Website, said.Email) ?? await ByName(organisations, said, stop);
        return new(
            string.Join('|', CleanName.Key(said.Name), said.Postcode ?? said.Address, said.OfferedBy is null ? "" : CleanName.Key(said.OfferedBy)),
            JsonSerializer.Serialize(said, SaidJson.Default.ServiceStatement), said.Name, said.Kind, offeredBy,
            new(said.Address, said.Postcode, said.LatitudeMicro, said.LongitudeMicro, said.MayBeHome),
            [
                ("description", said.Description), ("opening_times", said.OpeningTimes), ("how_to_get_it", said.HowToGetIt),
                ("website", said.Website), ("email", said.MayBeHome ? null : said.Email), ("telephone", said.MayBeHome ? null : said.Telephone),
            ]);
    }

    private static async Task<Guid?> ByName(OrganisationIntake organisations, ServiceStatement said, CancellationToken stop)
    {
        if (said.OfferedBy is null)
        {
            return null;
        }

        var named = new Statement { Name = said.OfferedBy, Kind = said.OfferedBy.EndsWith(" CIC", StringComparison.Ordinal) ? Contract.OrganisationKind.CommunityCompany : null };
        return (await organisations.Mention(ThingIntake.OrganisationPrefix + CleanName.Key(said.OfferedBy), named, "{}", stop)).OrganisationId;
    }

    private static string FirstPart(string address) => address.Split(',')[0].Trim();
}
