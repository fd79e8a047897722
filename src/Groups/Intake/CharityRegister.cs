using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Exchange;
using Trellis.Standards.Registers;
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

    private const string Keep = "keep", All = "all";

    private static readonly ImportOption Addresses = PrivateContacts.Asked("The charities' own: show them to everybody");

    public override string Format => Word;

    public override string Title => "Register of charities";

    public override string Called => "A list of charities";

    public override int Order => 20;

    public override IReadOnlyList<ImportOption> Options =>
    [
        new(Keep, "Which charities of a national file?", "Those with a postcode here, and those known here already", [new(All, "All of them")]),
        Addresses,
    ];

    public override int Recognise(IReadOnlyList<string> headings) =>
        RegisterFile.Recognise(headings) is Register.CharityCommission or Register.Scotland or Register.NorthernIreland ? 95 : 0;

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        if (Recognise(run.File.Headings) == 0 || RegisterFile.Reader(run.File.Headings) is not { } read)
        {
            throw new FileRefusedException($"{run.File.FileName} has no columns for a charity's number and name, such as registered_charity_number and charity_name.");
        }

        var intake = await OrganisationIntake.Open(run, stop);
        var keepsAll = !IsNational(run.File.Headings) || intake.Postcodes.Count == 0 || run.Option(Keep) == All;
        var hidesContacts = PrivateContacts.Are(run);
        var outside = 0L;
        foreach (var row in run.File.Rows())
        {
            var body = read(row);
            if (row.Fault is { } fault)
            {
                run.Refuse(row, null, null, fault);
            }
            else if (body.Id is not { } id)
            {
                var wrong = body.Faults.Count > 0 ? body.Faults[0] : null;
                run.Refuse(row, wrong?.Heading, wrong?.Value, wrong?.Sentence ?? "The charity has no number.");
            }
            else if (body.Name is null)
            {
                run.Refuse(row, null, id.Value, "The charity has no name.");
            }
            else if (keepsAll || intake.Postcodes.Find(body.Postcode) is not null || intake.Known.With(id.Value) is not null)
            {
                Tell(run, row, body);
                await intake.Take(row, id.Number, Say(hidesContacts ? WithoutContacts(body) : body, row), stop);
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
            run.Note($"{outside:N0} charities have no postcode in {run.Place.Name} and are not known here", $"Left out; counted as unchanged. To bring them in, too: --map \"*={Keep}={All}\"");
        }
    }

    /// <summary>A list of one area's charities lacks the extract's own columns.</summary>
    private static bool IsNational(IReadOnlyList<string> headings) =>
        RegisterFile.Recognise(headings) != Register.CharityCommission || headings.Contains("charity_registration_status");

    private static void Tell(ImportRun run, Row row, RegisteredBody body)
    {
        foreach (var fault in body.Faults)
        {
            run.Warn(row, fault.Heading, fault.Value, fault.Sentence, "Left out");
        }
    }

    /// <summary>Many small charities give a trustee's home, mailbox and telephone; the postcode alone says where they work from.</summary>
    private static RegisteredBody WithoutContacts(RegisteredBody body) => body with { Address = [], Email = null, Telephone = null };

    private static Statement Say(RegisteredBody body, Row row) => new()
    {
        Name = body.Name,
        OtherNames = body.KnownAs is { } other ? [new(other, NameKind.Working)] : [],
        Identifiers = body.Company is { } company ? [body.Id!.Value.Value, company.Value] : [body.Id!.Value.Value],
        Kind = OrganisationKind.Charity,
        LegalForm = LegalForms.Of(body.LegalForm),
        Purpose = body.Activities,
        Reach = ReachOf(row["Geographical Spread"]),
        Website = body.Website,
        Email = body.Email,
        Telephone = body.Telephone,
        Address = body.Address.Count > 0 ? string.Join(", ", body.Address) : null,
        Postcode = body.Postcode,
        RegisteredOn = body.RegisteredOn,
        RemovedOn = body.RemovedOn,
        IncomePence = body.IncomePence,
        IncomeYear = body.YearEnd?.Year,
    };

    /// <summary>The Scottish register's words for how far a charity works.</summary>
    private static Reach? ReachOf(string? spread) => spread switch
    {
        null => null,
        _ when spread.Contains("overseas", StringComparison.OrdinalIgnoreCase) => Record.Reach.Overseas,
        _ when spread.Contains("UK", StringComparison.Ordinal) || spread.Contains("all of Scotland", StringComparison.OrdinalIgnoreCase) => Record.Reach.National,
        _ when spread.Contains("more than one", StringComparison.OrdinalIgnoreCase) => Record.Reach.Regional,
        _ => Record.Reach.Local,
    };
}
