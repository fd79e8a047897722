using Trellis.Groups.Contract;
using Trellis.Platform.Exchange;
using Trellis.Standards.Organisations;
using Trellis.Standards.Spending;
using Trellis.Standards.ThreeSixtyGiving;
using Trellis.Standards.Values;

namespace Trellis.Ledger.Coming;

/// <summary>Takes from a grant of the standard what the ledger keeps; one that cannot be counted is refused with its reason.</summary>
internal sealed class ReadGrant(ImportRun run)
{
    /// <summary>Null where the grant was refused.</summary>
    public Awarded? Read(Grant grant)
    {
        var (funders, recipients) = (grant.Funders.Where(IsNamed).ToList(), grant.Recipients.Where(IsNamed).ToList());
        if (Trouble(grant, funders, recipients) is var (heading, value, wrong))
        {
            run.Report.Count(Outcome.Refused, grant.Rows);
            Find(grant, heading, value, Severity.Refusal, wrong, "Row left out");
            return null;
        }

        foreach (var fault in grant.Faults)
        {
            Find(grant, fault.Heading, fault.Value, Severity.Warning, fault.Sentence, "Read as far as it goes");
        }

        TellOfOthers(grant, recipients);
        var funder = funders[0];
        GrantLocation? location = grant.BeneficiaryLocations is [var first, ..] ? first : null;
        return new()
        {
            Row = checked((int)grant.Row),
            Rows = grant.Rows,
            Sheet = grant.Sheet,
            Identifier = grant.Id!,
            Title = grant.Title ?? grant.Id!,
            Description = grant.Description,
            On = grant.AwardDate.Value!.Value,
            Pence = grant.AmountAwarded.Value!.Value,
            AppliedPence = grant.AmountAppliedFor.Value,
            DisbursedPence = grant.AmountDisbursed.Value,
            StartsOn = grant.PlannedStart.Value?.First,
            EndsOn = grant.PlannedEnd.Value?.Last,
            Months = grant.PlannedMonths.Value is >= 0 and < 1200 and var months ? (int)months : null,
            Url = grant.Url,
            Funder = new((funder.Name ?? funder.Id)!, Identifiers(grant, funder), null, null, null),
            Recipient = Recipient(grant, recipients),
            IsToPerson = IsKeptBack(recipients),
            Programme = grant.ProgrammeTitle,
            ProgrammeCode = grant.ProgrammeCode,
            BeneficiaryName = location?.Name,
            BeneficiaryCode = location?.GeoCode,
        };
    }

    /// <summary>The note about one grant, where a person will look for it.</summary>
    public static void Find(ImportRun run, string? sheet, long row, string heading, string? value, Severity severity, string wrong, string done) => run.Report.Add(new()
    {
        Id = Guid.CreateVersion7(run.Now),
        ImportId = run.Id,
        Sheet = sheet,
        Row = row,
        Heading = heading,
        Value = value is { Length: > 200 } ? value[..200] + "…" : value,
        Severity = severity,
        Wrong = wrong,
        Done = done,
    });

    private static (string Heading, string? Value, string Wrong)? Trouble(Grant grant, List<GrantOrganisation> funders, List<GrantOrganisation> recipients)
    {
        if (grant.Broken is { } broken)
        {
            return ("", null, broken);
        }

        if (grant.Id is null)
        {
            return ("Identifier", null, grant.Faults.Count > 0 ? grant.Faults[^1].Sentence : "There is no identifier, by which a grant is known again.");
        }

        if (grant.Currency is { } currency && !currency.Equals("GBP", StringComparison.OrdinalIgnoreCase))
        {
            return ("Currency", currency, "The amount is not in pounds, and cannot be added to the others.");
        }

        if (grant.AmountAwarded.Value is null)
        {
            return ("Amount Awarded", null, grant.AmountAwarded.Fault ?? "It does not say how much was awarded.");
        }

        if (TooLong(grant, funders, recipients) is { } field)
        {
            return (field, null, LongNames.Refusal);
        }

        return grant.AwardDate.Value is not { Year: >= 1900 and <= 2200 } ? ("Award Date", grant.AwardDate.Value?.ToString("O"), grant.AwardDate.Fault ?? "It does not say when it was awarded.")
            : funders.Count == 0 ? ("Funding Org:Name", null, "It does not say who gave the grant.")
            : !grant.IsToIndividual && recipients.Count == 0 ? ("Recipient Org:Name", null, "It does not say who got the grant.")
            : null;
    }

    private static string? TooLong(Grant grant, List<GrantOrganisation> funders, List<GrantOrganisation> recipients) =>
        LongNames.IsTooLong(grant.Id) ? "Identifier"
        : funders.Exists(IsTooLong) ? "Funding Org:Name"
        : recipients.Exists(IsTooLong) ? "Recipient Org:Name"
        : LongNames.IsTooLong(grant.ProgrammeTitle) || LongNames.IsTooLong(grant.ProgrammeCode) ? "Grant Programme:Title"
        : null;

    private static bool IsTooLong(GrantOrganisation body) => LongNames.IsTooLong(body.Name) || LongNames.IsTooLong(body.Id);

    /// <summary>Whoever's name is not published gets no name and no number here either: a person, or a body that the funder keeps back.</summary>
    private Named Recipient(Grant grant, List<GrantOrganisation> recipients)
    {
        if (IsKeptBack(recipients))
        {
            return new("", [], null, null, null) { Key = "person" };
        }

        var recipient = recipients[0];
        var postcode = Standards.Values.Read.Postcode(recipient.PostalCode);
        return new((recipient.Name ?? recipient.Id)!, Identifiers(grant, recipient), postcode.Value?.ToString(), recipient.Url, recipient.Description);
    }

    /// <summary>A grant to several together has one row and one amount; of how much is whose the standard says nothing.</summary>
    private void TellOfOthers(Grant grant, List<GrantOrganisation> recipients)
    {
        var names = recipients.DistinctBy(body => body.Id ?? body.Name).Select(body => Redaction.Is(body.Name) ? "one whose name is kept back" : body.Name ?? body.Id!).ToList();
        if (names.Count > 1)
        {
            Find(
                grant, "Recipient Org:Name", string.Join("; ", names), Severity.Note, $"The grant names {names.Count} recipients; it is shown with the first, {names[0]}.", "Counted whole with the first");
        }
    }

    /// <summary>Its identifier, and the numbers in columns of their own; one that is none is left out, with a note.</summary>
    private List<string> Identifiers(Grant grant, GrantOrganisation body)
    {
        List<string> known = [];
        foreach (var (heading, text, reading) in ((string, string?, Reading<OrgId>)[])
            [("Charity Number", body.CharityNumber, OrgId.FromCharityNumber(body.CharityNumber)), ("Company Number", body.CompanyNumber, OrgId.FromCompanyNumber(body.CompanyNumber))])
        {
            if (reading.Fault is { } fault)
            {
                Find(grant, "Recipient Org:" + heading, text, Severity.Warning, fault, "Came in without it");
            }
            else if (reading.Value is { } number)
            {
                known.Add(number.Value);
            }
        }

        if (body.Id is { } identifier && !identifier.Contains(' ', StringComparison.Ordinal))
        {
            known.Remove(identifier);
            known.Insert(0, identifier);
        }

        return known;
    }

    private static bool IsKeptBack(List<GrantOrganisation> recipients) => recipients.Count == 0 || Redaction.Is(recipients[0].Name);

    private static bool IsNamed(GrantOrganisation body) => body.Name is not null || body.Id is not null;

    private void Find(Grant grant, string heading, string? value, Severity severity, string wrong, string done) =>
        Find(run, grant.Sheet, grant.Row, heading, value, severity, wrong, done);
}
