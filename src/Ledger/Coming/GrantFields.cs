using Trellis.Standards.Tables;

namespace Trellis.Ledger.Coming;

/// <summary>What we keep of a grant in the 360Giving standard.</summary>
internal enum GrantField
{
    Identifier,
    Title,
    Description,
    Currency,
    Applied,
    Amount,
    Disbursed,
    AwardedOn,
    Url,
    StartsOn,
    EndsOn,
    Months,
    RecipientId,
    RecipientName,
    CharityNumber,
    CompanyNumber,
    Postcode,
    RecipientDescription,
    Website,
    PersonId,
    PersonName,
    BeneficiaryName,
    BeneficiaryCode,
    FunderId,
    FunderName,
    ProgrammeCode,
    Programme,
}

/// <summary>The standard's heading of each field in a spreadsheet, and its path in JSON.</summary>
internal static class GrantFields
{
    private static readonly (string Heading, string Path)[] Names =
    [
        ("Identifier", "id"),
        ("Title", "title"),
        ("Description", "description"),
        ("Currency", "currency"),
        ("Amount Applied For", "amountAppliedFor"),
        ("Amount Awarded", "amountAwarded"),
        ("Amount Disbursed", "amountDisbursed"),
        ("Award Date", "awardDate"),
        ("URL", "url"),
        ("Planned Dates:Start Date", "plannedDates/0/startDate"),
        ("Planned Dates:End Date", "plannedDates/0/endDate"),
        ("Planned Dates:Duration (months)", "plannedDates/0/duration"),
        ("Recipient Org:Identifier", "recipientOrganization/0/id"),
        ("Recipient Org:Name", "recipientOrganization/0/name"),
        ("Recipient Org:Charity Number", "recipientOrganization/0/charityNumber"),
        ("Recipient Org:Company Number", "recipientOrganization/0/companyNumber"),
        ("Recipient Org:Postal Code", "recipientOrganization/0/postalCode"),
        ("Recipient Org:Description", "recipientOrganization/0/description"),
        ("Recipient Org:Web Address", "recipientOrganization/0/url"),
        ("Recipient Ind:Identifier", "recipientIndividual/id"),
        ("Recipient Ind:Name", "recipientIndividual/name"),
        ("Beneficiary Location:Name", "beneficiaryLocation/0/name"),
        ("Beneficiary Location:Geographic Code", "beneficiaryLocation/0/geoCode"),
        ("Funding Org:Identifier", "fundingOrganization/0/id"),
        ("Funding Org:Name", "fundingOrganization/0/name"),
        ("Grant Programme:Code", "grantProgramme/0/code"),
        ("Grant Programme:Title", "grantProgramme/0/title"),
    ];

    public static string Heading(GrantField field) => Names[(int)field].Heading;

    public static string? Cell(Row row, GrantField field)
    {
        var (heading, path) = Names[(int)field];
        return row[heading] ?? row[path];
    }

    /// <summary>Grants have an identifier, an amount, a day and a recipient, in the standard's words.</summary>
    public static int Recognise(IReadOnlyList<string> headings)
    {
        var known = headings.Select(Plain).ToHashSet();
        bool Has(GrantField field) => known.Contains(Plain(Names[(int)field].Heading)) || known.Contains(Plain(Names[(int)field].Path));
        return Has(GrantField.Identifier) && Has(GrantField.Amount) && Has(GrantField.AwardedOn)
            ? Has(GrantField.RecipientName) || Has(GrantField.RecipientId) || Has(GrantField.PersonId) ? 100 : 50
            : 0;
    }

    private static string Plain(string heading) => string.Concat(heading.Where(letter => letter != ' ')).ToUpperInvariant();
}
