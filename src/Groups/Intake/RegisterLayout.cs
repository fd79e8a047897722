namespace Trellis.Groups.Intake;

/// <summary>Where a register's file has what: the headings of one of the layouts in which charities come.</summary>
internal sealed record RegisterLayout
{
    public required string Number { get; init; }

    public required string Name { get; init; }

    /// <summary>The org-id prefix of its numbers.</summary>
    public required string Prefix { get; init; }

    /// <summary>The file is of the whole country: of it we keep what is in the place.</summary>
    public required bool IsNational { get; init; }

    public string? Linked { get; init; }

    public string? OtherName { get; init; }

    public string? Company { get; init; }

    public string? LegalForm { get; init; }

    public string? Activities { get; init; }

    public string? Registered { get; init; }

    public string? Removed { get; init; }

    public string? Postcode { get; init; }

    public IReadOnlyList<string> Address { get; init; } = [];

    public string? Website { get; init; }

    public string? Email { get; init; }

    public string? Telephone { get; init; }

    public string? Income { get; init; }

    public string? YearEnd { get; init; }

    public string? Spread { get; init; }

    private static readonly RegisterLayout EnglandAndWales = new()
    {
        Number = "registered_charity_number",
        Name = "charity_name",
        Prefix = "GB-CHC-",
        IsNational = true,
        Linked = "linked_charity_number",
        Company = "charity_company_registration_number",
        LegalForm = "charity_type",
        Activities = "charity_activities",
        Registered = "date_of_registration",
        Removed = "date_of_removal",
        Postcode = "charity_contact_postcode",
        Address = ["charity_contact_address1", "charity_contact_address2", "charity_contact_address3", "charity_contact_address4", "charity_contact_address5"],
        Website = "charity_contact_web",
        Email = "charity_contact_email",
        Telephone = "charity_contact_phone",
        Income = "latest_income",
        YearEnd = "latest_acc_fin_period_end_date",
    };

    private static readonly RegisterLayout Scotland = new()
    {
        Number = "Charity Number",
        Name = "Charity Name",
        Prefix = "GB-SC-",
        IsNational = true,
        OtherName = "Known As",
        LegalForm = "Constitutional Form",
        Activities = "Objectives",
        Registered = "Registered Date",
        Removed = "Ceased Date",
        Postcode = "Postcode",
        Address = ["Principal Office/Trustees Address"],
        Website = "Website",
        Income = "Most recent year income",
        YearEnd = "Year End",
        Spread = "Geographical Spread",
    };

    private static readonly RegisterLayout NorthernIreland = new()
    {
        Number = "Reg charity number",
        Name = "Charity name",
        Prefix = "GB-NIC-",
        IsNational = true,
        Linked = "Sub charity number",
        Company = "Company number",
        Activities = "Charitable purposes",
        Registered = "Date registered",
        Address = ["Public address"],
        Website = "Website",
        Email = "Email",
        Telephone = "Telephone",
        Income = "Total income",
        YearEnd = "Date for financial year ending",
    };

    /// <summary>The layout that the headings fit; null where they fit none. A list of one area's charities lacks the extract's own columns.</summary>
    public static RegisterLayout? For(IReadOnlyList<string> headings)
    {
        bool Has(string heading) => headings.Any(known => Plain(known) == Plain(heading));
        var layout = new[] { EnglandAndWales, NorthernIreland, Scotland }.FirstOrDefault(known => Has(known.Number) && Has(known.Name));
        return layout == EnglandAndWales && !Has("charity_registration_status") ? layout with { IsNational = false } : layout;
    }

    private static string Plain(string heading) => heading.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}
