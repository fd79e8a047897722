using Trellis.Groups.Contract;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;
using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;

namespace Trellis.Groups.Intake;

/// <summary>Anybody's list of groups, in any columns: which heading fills which field is taken from the mapping, else guessed from headings and texts, and said in the report.</summary>
internal sealed class GroupList : Importer
{
    private const int Samples = 50;

    private static readonly ImportOption Addresses = PrivateContacts.Asked("The groups' own: show them to everybody");

    private static readonly ImportField[] Usual =
    [
        new("name", "Name of the group", "name", "groupname", "organisationname", "organisation", "organization", "organizationname", "clubname", "club", "group", "charityname", "title"),
        new("other-name", "Another name of it", "othername", "knownas", "alsoknownas", "workingname", "acronym", "alias"),
        new("charity-number", "Charity number", "charitynumber", "registeredcharitynumber", "charityno", "charityregistrationnumber", "charityregistrationno", "registeredcharityno", "regcharityno", "regcharitynumber", "charityregno", "charityregnumber", "charity"),
        new("company-number", "Company number", "companynumber", "companyno", "companyregistrationnumber", "companyregno", "companyregnumber", "registeredcompanynumber", "companieshousenumber"),
        new("identifier", "Identifier of another register", "orgid", "identifier", "organisationidentifier"),
        new("purpose", "What it does", "purpose", "activities", "description", "about", "whatwedo", "whatitdoes", "whattheydo", "whatyoudo", "aims", "aimsandobjectives", "objects", "mission", "services", "summary"),
        new("cause-text", "What it is about, in a word", "category", "cause", "activity", "sport", "type", "theme", "sector"),
        new("website", "Website", "website", "web", "url", "webaddress", "websiteurl"),
        new("email", "Email address", "email", "emailaddress", "contactemail"),
        new("telephone", "Telephone", "telephone", "phone", "tel", "telephonenumber", "phonenumber", "telno", "telephoneno", "phoneno", "contactnumber", "contacttelephone", "mobile"),
        new("address", "Address", "address", "fulladdress", "streetaddress", "location", "venue"),
        new("postcode", "Postcode", "postcode", "postalcode", "zip"),
        new("income", "Income in a year", "income", "annualincome", "turnover"),
    ];

    public override string Format => "group-list";

    public override string Title => "List of groups, in any columns";

    public override string Called => "A list of groups";

    public override int Order => 23;

    public override IReadOnlyList<ImportField> ColumnFields => Usual;

    public override IReadOnlyList<ImportOption> Options =>
    [
        new("kind", "What are they?", "Different things, or not known", [.. Enum.GetValues<OrganisationKind>().Skip(1).Select(kind => new ImportOption.Answer(kind.ToString(), GroupWords.Of(kind)))]),
        Addresses,
    ];

    public override int Recognise(IReadOnlyList<string> headings)
    {
        var plain = headings.Select(Fields.Plain).ToHashSet();
        var known = Usual.Count(field => plain.Overlaps(field.Headings));
        return plain.Overlaps(Usual[0].Headings) && known >= 2 ? 20 + Math.Min(20, known * 4) : 0;
    }

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        using var rows = run.File.Rows().GetEnumerator();
        var first = new List<Row>();
        while (first.Count < Samples && rows.MoveNext())
        {
            first.Add(rows.Current.Copy());
        }

        var fields = Propose(run, first);
        var intake = await OrganisationIntake.Open(run, stop);
        foreach (var row in first)
        {
            await Take(run, intake, row, fields, stop);
        }

        while (rows.MoveNext())
        {
            await Take(run, intake, rows.Current, fields, stop);
        }

        await intake.Close(_ => true, stop);
    }

    private static Fields Propose(ImportRun run, List<Row> samples)
    {
        var fields = new Fields(run, Usual);
        ColumnGuess.Fill(fields, samples);
        if (fields["name"] is null)
        {
            throw new FileRefusedException($"{run.File.FileName} has no column that looks like names of groups. Say which one holds them (on the command line: --map \"Club=name\").");
        }

        if (run.Mapping.Keys.All(key => key == "*"))
        {
            var read = Usual.Where(field => fields[field.Name] is not null).Select(field => $"{fields[field.Name]} as {field.Name}");
            run.Note($"Nobody said what the columns mean, so they were read by their headings and texts: {string.Join(", ", read)}", "Look whether this is right, and say where it is not");
        }

        if (fields.Left is { Count: > 0 } left)
        {
            run.Note($"Nothing is shown of what stands under {string.Join(", ", left)}", "Kept with each row. To show it, say what it holds");
        }

        return fields;
    }

    private static async Task Take(ImportRun run, OrganisationIntake intake, Row row, Fields fields, CancellationToken stop)
    {
        var cells = new Cells(run, row);
        if (row.Fault is { } fault)
        {
            run.Refuse(row, null, null, fault);
            return;
        }

        if (cells.Text(fields["name"]) is not { } name)
        {
            run.Refuse(row, fields["name"], row[fields["name"]!], "The row has no name of a group");
            return;
        }

        if (Fields.Plain(name) is "total" or "totals" or "grandtotal" or "subtotal" or "sum")
        {
            run.Refuse(row, fields["name"], name, "This looks like the sum below a list, not like a group");
            return;
        }

        var said = Say(run, row, cells, fields, name);
        var key = said.Identifiers.Count > 0 ? intake.KeyOf(said.Identifiers[0], name) : $"{CleanName.Key(name)}|{said.Postcode}";
        await intake.Take(row, key, said, stop);
    }

    private static Statement Say(ImportRun run, Row row, Cells cells, Fields fields, string name)
    {
        var kind = KindOf(run.Option("kind"));
        return new()
        {
            Name = name,
            OtherNames = cells.Name(fields["other-name"]) is { } other ? [new(other, NameKind.Other)] : [],
            Identifiers = [.. Identifiers(run, row, cells, fields).Distinct()],
            Kind = kind,
            Cause = kind == OrganisationKind.SportsClub ? "A21" : null,
            Purpose = cells.Text(fields["purpose"]) ?? cells.Text(fields["cause-text"]),
            Website = cells.Website(fields["website"]),
            Email = cells.Email(fields["email"]),
            Telephone = cells.Telephone(fields["telephone"]),
            Address = cells.Text(fields["address"]),
            Postcode = cells.Postcode(fields["postcode"]),
            IncomePence = cells.Pence(fields["income"]),
            MayBeHome = PrivateContacts.Are(run),
        };
    }

    private static IEnumerable<string> Identifiers(ImportRun run, Row row, Cells cells, Fields fields)
    {
        foreach (var (field, read) in new (string, Func<string?, string?>)[]
        {
            ("charity-number", OrgIdentifier.Charity), ("company-number", OrgIdentifier.Company), ("identifier", OrgIdentifier.Normal),
        })
        {
            var text = cells.Text(fields[field]);
            if (read(text) is { } code)
            {
                yield return code;
            }
            else if (text is not null)
            {
                run.Warn(row, fields[field], text, "This is not a number that a register gives", "Left out");
            }
        }
    }

    private static OrganisationKind? KindOf(string? word) => word switch
    {
        null => null,
        "Club" => OrganisationKind.SportsClub,
        _ => Enum.TryParse<OrganisationKind>(word, true, out var kind) ? kind : null,
    };
}
