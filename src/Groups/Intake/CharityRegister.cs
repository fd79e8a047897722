using Trellis.Groups.Contract;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;
using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;

namespace Trellis.Groups.Intake;

/// <summary>Charities from the registers of England and Wales, Scotland or Northern Ireland: the official files, or a list of one area's charities in the same columns.</summary>
/// <remarks>
/// Of a national file the charities with a postcode in the place come in, and those known here already; with the option keep=all, everything.
/// The rest is counted as unchanged, with one note that says how many.
/// </remarks>
internal sealed class CharityRegister : Importer
{
    public const string Word = "charity-register";

    public override string Format => Word;

    public override string Title => "Register of charities";

    public override int Order => 20;

    public override int Recognise(IReadOnlyList<string> headings) => RegisterLayout.For(headings) is null ? 0 : headings.Contains("charity_name_type") ? 10 : 95;

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        var layout = RegisterLayout.For(run.File.Headings)
            ?? throw new FileRefusedException($"{run.File.FileName} has no columns for a charity's number and name, such as registered_charity_number and charity_name.");
        var intake = await OrganisationIntake.Open(run, stop);
        var keepsAll = !layout.IsNational || intake.Postcodes.Count == 0 || run.Option("keep") == "all";
        var outside = 0L;
        foreach (var row in run.File.Rows())
        {
            var cells = new Cells(run, row);
            if (row.Fault is { } fault)
            {
                run.Refuse(row, null, null, fault);
            }
            else if (Identify(cells, layout) is not { } identifier)
            {
                run.Refuse(row, layout.Number, row[layout.Number], "This is not the number of a charity");
            }
            else if (cells.Text(layout.Name) is null)
            {
                run.Refuse(row, layout.Name, row[layout.Name], "The charity has no name");
            }
            else if (keepsAll || intake.Postcodes.Find(cells.Text(layout.Postcode)) is not null || intake.Known.With(identifier) is not null)
            {
                await intake.Take(row, identifier[layout.Prefix.Length..], Say(run, row, cells, layout, identifier), stop);
            }
            else
            {
                run.Report.Count(Outcome.Unchanged);
                outside++;
            }
        }

        await intake.Close(_ => true, stop);
        if (outside > 0)
        {
            run.Sum($"{outside:N0} charities have their postcode outside {run.Place.Name} and are not known here", "Left out; counted as unchanged");
        }
    }

    private static string? Identify(Cells cells, RegisterLayout layout)
    {
        var number = cells.Text(layout.Number)?.ToUpperInvariant().Replace("NIC", "", StringComparison.Ordinal);
        var linked = cells.Text(layout.Linked);
        number = number is not null && linked is not (null or "0") ? $"{number}-{linked}" : number;
        return layout.Prefix == "GB-CHC-" ? OrgIdentifier.Charity(number)
            : number is { Length: >= 3 and <= 12 } && number.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-') ? layout.Prefix + number
            : null;
    }

    private static Statement Say(ImportRun run, Row row, Cells cells, RegisterLayout layout, string identifier)
    {
        var yearEnd = cells.Date(layout.YearEnd);
        return new()
        {
            Name = cells.Text(layout.Name),
            OtherNames = cells.Text(layout.OtherName) is { } other ? [new(other, NameKind.Working)] : [],
            Identifiers = Company(run, row, cells, layout) is { } company ? [identifier, company] : [identifier],
            Kind = OrganisationKind.Charity,
            LegalForm = LegalForms.Of(cells.Text(layout.LegalForm)),
            Purpose = cells.Text(layout.Activities),
            Reach = ReachOf(cells.Text(layout.Spread)),
            Website = cells.Website(layout.Website),
            Email = cells.Email(layout.Email),
            Telephone = cells.Text(layout.Telephone),
            Address = string.Join(", ", layout.Address.Select(cells.Text).OfType<string>()) is { Length: > 0 } address ? address : null,
            Postcode = cells.Postcode(layout.Postcode),
            RegisteredOn = cells.Date(layout.Registered),
            RemovedOn = cells.Date(layout.Removed),
            IncomePence = cells.Pence(layout.Income),
            IncomeYear = yearEnd?.Year,
        };
    }

    private static string? Company(ImportRun run, Row row, Cells cells, RegisterLayout layout)
    {
        var text = cells.Text(layout.Company);
        var company = OrgIdentifier.Company(text);
        if (text is not null && company is null)
        {
            run.Warn(row, layout.Company, text, "This is not the number of a company", "Left out");
        }

        return company;
    }

    private static Reach? ReachOf(string? spread) => spread switch
    {
        null => null,
        _ when spread.Contains("overseas", StringComparison.OrdinalIgnoreCase) => Record.Reach.Overseas,
        _ when spread.Contains("UK", StringComparison.Ordinal) || spread.Contains("all of Scotland", StringComparison.OrdinalIgnoreCase) => Record.Reach.National,
        _ when spread.Contains("more than one", StringComparison.OrdinalIgnoreCase) => Record.Reach.Regional,
        _ => Record.Reach.Local,
    };
}
