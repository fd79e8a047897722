using Trellis.Standards.Organisations;

namespace Trellis.Standards.Registers;

/// <summary>The registers whose files can be read.</summary>
public enum Register
{
    /// <summary>Charity Commission for England and Wales: table "charity" of the register extract, or a list of one area in its columns.</summary>
    CharityCommission,

    /// <summary>Scottish Charity Register, CSV.</summary>
    Scotland,

    /// <summary>Charity Commission for Northern Ireland, CSV.</summary>
    NorthernIreland,

    /// <summary>Companies House, basic company data.</summary>
    CompaniesHouse,

    /// <summary>Community amateur sports clubs, with 360Giving's identifiers.</summary>
    SportsClubs,
}

/// <summary>The headings of one register for each thing it says; an address may stand in several.</summary>
internal sealed record RegisterColumns(Register Register, string Scheme, string Number, string Name)
{
    public static readonly IReadOnlyList<RegisterColumns> All =
    [
        new(Register.CharityCommission, Organisations.Scheme.CharityCommission, "registered_charity_number", "charity_name")
        {
            Linked = "linked_charity_number", Company = "charity_company_registration_number", LegalForm = "charity_type", Status = "charity_registration_status",
            Activities = "charity_activities", Registered = "date_of_registration", Removed = "date_of_removal", Postcode = "charity_contact_postcode",
            Website = "charity_contact_web", Email = "charity_contact_email", Telephone = "charity_contact_phone", Income = "latest_income", Spending = "latest_expenditure",
            YearEnd = "latest_acc_fin_period_end_date",
            Address = ["charity_contact_address1", "charity_contact_address2", "charity_contact_address3", "charity_contact_address4", "charity_contact_address5"],
        },
        new(Register.Scotland, Organisations.Scheme.Scotland, "Charity Number", "Charity Name")
        {
            KnownAs = "Known As", LegalForm = "Constitutional Form", Status = "Charity Status", Activities = "Objectives", Registered = "Registered Date", Removed = "Ceased Date",
            Postcode = "Postcode", Website = "Website", Income = "Most recent year income", Spending = "Most recent year expenditure", YearEnd = "Year End",
            Address = ["Principal Office/Trustees Address"],
        },
        new(Register.NorthernIreland, Organisations.Scheme.NorthernIreland, "Reg charity number", "Charity name")
        {
            Company = "Company number", LegalForm = "Type of governing document", Status = "Status", Activities = "What the charity does", Registered = "Date registered",
            Website = "Website", Email = "Email", Telephone = "Telephone", Income = "Total income", Spending = "Total spending", YearEnd = "Date for financial year ending",
            Address = ["Public address"],
        },
        new(Register.CompaniesHouse, Organisations.Scheme.CompaniesHouse, "CompanyNumber", "CompanyName")
        {
            LegalForm = "CompanyCategory", Status = "CompanyStatus", Registered = "IncorporationDate", Removed = "DissolutionDate", Postcode = "RegAddress.PostCode",
            Address = ["RegAddress.CareOf", "RegAddress.POBox", "RegAddress.AddressLine1", "RegAddress.AddressLine2", "RegAddress.PostTown", "RegAddress.County"],
        },
        new(Register.SportsClubs, Organisations.Scheme.SportsClubs, "id", "name") { Status = "active", Postcode = "postcode", Address = ["address"] },
    ];

    public string? Linked { get; init; }

    public string? KnownAs { get; init; }

    public string? Company { get; init; }

    public string? LegalForm { get; init; }

    public string? Status { get; init; }

    public string? Activities { get; init; }

    public string? Registered { get; init; }

    public string? Removed { get; init; }

    public string? Postcode { get; init; }

    public string? Website { get; init; }

    public string? Email { get; init; }

    public string? Telephone { get; init; }

    public string? Income { get; init; }

    public string? Spending { get; init; }

    public string? YearEnd { get; init; }

    public string[] Address { get; init; } = [];
}
