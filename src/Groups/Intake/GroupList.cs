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

    private static readonly (string Field, string[] Headings)[] Usual =
    [
        ("name", ["name", "groupname", "organisationname", "organisation", "organization", "organizationname", "clubname", "club", "group", "charityname", "title"]),
        ("other-name", ["othername", "knownas", "alsoknownas", "workingname", "acronym", "alias"]),
        ("charity-number", ["charitynumber", "registeredcharitynumber", "charityno", "charityregistrationnumber", "charity"]),
        ("company-number", ["companynumber", "companyno", "companyregistrationnumber", "companieshousenumber"]),
        ("identifier", ["orgid", "identifier", "organisationidentifier"]),
        ("purpose", ["purpose", "activities", "description", "about", "whatwedo", "aims", "summary"]),
        ("cause-text", ["category", "cause", "activity", "sport", "type", "theme", "sector"]),
        ("website", ["website", "web", "url", "webaddress", "websiteurl"]),
        ("email", ["email", "emailaddress", "contactemail"]),
        ("telephone", ["telephone", "phone", "tel", "telephonenumber", "phonenumber", "contactnumber", "mobile"]),
        ("address", ["address", "fulladdress", "streetaddress", "location", "venue"]),
        ("postcode", ["postcode", "postalcode", "zip"]),
        ("income", ["income", "annualincome", "turnover"]),
    ];

    public override string Format => "group-list";

    public override string Title => "List of groups, in any columns";

    public override int Order => 23;

    public override int Recognise(IReadOnlyList<string> headings)
    {
        var plain = headings.Select(Fields.Plain).ToHashSet();
        var known = Usual.Count(pair => plain.Overlaps(pair.Headings));
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
            throw new FileRefusedException($"{run.File.FileName} has no column that looks like names of groups. Say which one it is with a mapping, as in Club=name.");
        }

        if (run.Mapping.Keys.All(key => key == "*"))
        {
            var read = Usual.Where(pair => fields[pair.Field] is not null).Select(pair => $"{fields[pair.Field]} as {pair.Field}");
            run.Sum($"Nobody said what the columns mean, so they were read by their headings and texts: {string.Join(", ", read)}", "Look whether this is right, and give a mapping where it is not");
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

        var said = Say(run, row, cells, fields, name);
        var key = said.Identifiers.Count > 0 ? said.Identifiers[0] : $"{CleanName.Key(name)}|{said.Postcode}";
        await intake.Take(row, key, said, stop);
    }

    private static Statement Say(ImportRun run, Row row, Cells cells, Fields fields, string name)
    {
        var kind = KindOf(run.Option("kind"));
        return new()
        {
            Name = name,
            OtherNames = cells.Text(fields["other-name"]) is { } other ? [new(other, NameKind.Other)] : [],
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
            MayBeHome = run.Option("addresses") == "private",
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
