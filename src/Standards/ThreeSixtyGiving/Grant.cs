using System.Text.Json.Nodes;
using Trellis.Standards.Values;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>Something about a grant that could not be read as it stands: in which column, what it says, and why not.</summary>
/// <param name="Heading">The heading, or the path in a JSON file.</param>
/// <param name="Value">What the cell holds.</param>
/// <param name="Sentence">Why it cannot be used, or what was done, in one sentence.</param>
public sealed record GrantFault(string Heading, string? Value, string Sentence);

/// <summary>One grant in the 360Giving Data Standard 1.4.3, with everything its file says about it.</summary>
/// <remarks>Source: https://standard.threesixtygiving.org. The content is the grant as the standard's JSON has it; fields the standard does not know are in it too.</remarks>
/// <param name="content">The grant as JSON.</param>
public sealed class Grant(JsonObject content)
{
    private readonly List<GrantFault> faults = [];

    /// <summary>The grant as the standard's JSON has it.</summary>
    public JsonObject Content { get; } = content;

    /// <summary>The sheet of its first row; null in a file without sheets.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row it begins on as a spreadsheet counts, or the number of the record in a JSON file from 1.</summary>
    public long Row { get; init; }

    /// <summary>How many rows of the file make this grant.</summary>
    public int Rows { get; internal set; } = 1;

    /// <summary>What in it could not be read, or was mended.</summary>
    public IReadOnlyList<GrantFault> Faults => faults;

    /// <summary>The identifier, unique among all grants, as in 360G-traffordmbc-VSG1342; null where the row has none.</summary>
    public string? Id => Say("id");

    /// <summary>A title of at most 140 characters.</summary>
    public string? Title => Say("title");

    /// <summary>What the grant is for.</summary>
    public string? Description => Say("description");

    /// <summary>Three letters, as in GBP.</summary>
    public string? Currency => Say("currency");

    /// <summary>In hundredths of the currency: pence where it is GBP.</summary>
    public Reading<long> AmountAwarded => Amount("amountAwarded");

    /// <summary>In hundredths of the currency.</summary>
    public Reading<long> AmountAppliedFor => Amount("amountAppliedFor");

    /// <summary>In hundredths of the currency.</summary>
    public Reading<long> AmountDisbursed => Amount("amountDisbursed");

    /// <summary>The day the grant was decided.</summary>
    public Reading<DateOnly> AwardDate => Read.Date(Say("awardDate"));

    /// <summary>When the activity is planned to begin; may be a month or a year.</summary>
    public Reading<PartialDate> PlannedStart => Read.DateOrMonth(GrantParts.Say(GrantParts.First(Content, "plannedDates"), "startDate"));

    /// <summary>When the activity is planned to end; may be a month or a year.</summary>
    public Reading<PartialDate> PlannedEnd => Read.DateOrMonth(GrantParts.Say(GrantParts.First(Content, "plannedDates"), "endDate"));

    /// <summary>How long the activity is planned to last, in months.</summary>
    public Reading<long> PlannedMonths => Read.Whole(GrantParts.Say(GrantParts.First(Content, "plannedDates"), "duration"));

    /// <summary>Who gets it; empty where it goes to a person.</summary>
    public IReadOnlyList<GrantOrganisation> Recipients => [.. GrantParts.List(Content, "recipientOrganization").Select(o => new GrantOrganisation(o))];

    /// <summary>Who gives it; usually one.</summary>
    public IReadOnlyList<GrantOrganisation> Funders => [.. GrantParts.List(Content, "fundingOrganization").Select(o => new GrantOrganisation(o))];

    /// <summary>Whether the grant went to a person; who that is, is not in the data.</summary>
    public bool IsToIndividual => Content["recipientIndividual"] is JsonObject;

    /// <summary>The places it is for.</summary>
    public IReadOnlyList<GrantLocation> BeneficiaryLocations => [.. GrantParts.List(Content, "beneficiaryLocation").Select(l => new GrantLocation(l))];

    /// <summary>The code of the first programme it belongs to.</summary>
    public string? ProgrammeCode => GrantParts.Say(GrantParts.First(Content, "grantProgramme"), "code");

    /// <summary>The title of the first programme it belongs to.</summary>
    public string? ProgrammeTitle => GrantParts.Say(GrantParts.First(Content, "grantProgramme"), "title");

    /// <summary>A web page about the grant.</summary>
    public string? Url => Say("url");

    /// <summary>Where the data was published.</summary>
    public string? DataSource => Say("dataSource");

    /// <summary>Whether anybody could apply.</summary>
    public Reading<bool> FromOpenCall => Read.YesNo(Say("fromOpenCall"));

    /// <summary>When the publisher last changed it.</summary>
    public Reading<DateOnly> Modified => Read.Date(Say("dateModified"));

    internal void Fault(string heading, string? value, string sentence)
    {
        if (faults.Count < 50)
        {
            faults.Add(new GrantFault(heading, value, sentence));
        }
    }

    private string? Say(string member) => GrantParts.Say(Content, member);

    private Reading<long> Amount(string member) => Read.Pence(Say(member));
}

/// <summary>A funder or recipient as a grant names it.</summary>
public readonly struct GrantOrganisation(JsonObject content)
{
    /// <summary>As in GB-CHC-1089464, or 360G-… where only the publisher knows it.</summary>
    public string? Id => GrantParts.Say(content, "id");

    /// <summary>Its name.</summary>
    public string? Name => GrantParts.Say(content, "name");

    /// <summary>Another name it is known by.</summary>
    public string? AlternateName => GrantParts.Say(content, "alternateName");

    /// <summary>The part of it that gives or gets the grant.</summary>
    public string? Department => GrantParts.Say(content, "department");

    /// <summary>As the publisher writes it; read it with <see cref="Organisations.OrgId.FromCharityNumber"/>.</summary>
    public string? CharityNumber => GrantParts.Say(content, "charityNumber");

    /// <summary>As the publisher writes it; read it with <see cref="Organisations.OrgId.FromCompanyNumber"/>.</summary>
    public string? CompanyNumber => GrantParts.Say(content, "companyNumber");

    /// <summary>Street and number.</summary>
    public string? StreetAddress => GrantParts.Say(content, "streetAddress");

    /// <summary>Its town.</summary>
    public string? Town => GrantParts.Say(content, "addressLocality");

    /// <summary>As the publisher writes it; read it with <see cref="Values.Read.Postcode"/>.</summary>
    public string? PostalCode => GrantParts.Say(content, "postalCode");

    /// <summary>What it does.</summary>
    public string? Description => GrantParts.Say(content, "description");

    /// <summary>Its web address, as the publisher writes it.</summary>
    public string? Url => GrantParts.Say(content, "url");

    /// <summary>A member exactly as it is written, blanks and all.</summary>
    internal string? Written(string member) => content[member] is { } node && GrantParts.IsText(node, out var text) ? text : GrantParts.Say(content, member);

    /// <summary>Where it is.</summary>
    public IReadOnlyList<GrantLocation> Locations => [.. GrantParts.List(content, "location").Select(l => new GrantLocation(l))];
}

/// <summary>A place a grant is for, or where a recipient is.</summary>
public readonly struct GrantLocation(JsonObject content)
{
    /// <summary>The place's name.</summary>
    public string? Name => GrantParts.Say(content, "name");

    /// <summary>Two letters, as in GB.</summary>
    public string? CountryCode => GrantParts.Say(content, "countryCode");

    /// <summary>As in E08000009.</summary>
    public string? GeoCode => GrantParts.Say(content, "geoCode");

    /// <summary>As in MD or WD.</summary>
    public string? GeoCodeType => GrantParts.Say(content, "geoCodeType");

    /// <summary>Its centre (WGS 84).</summary>
    public Reading<Coordinates> Coordinates => Read.Coordinates(GrantParts.Say(content, "latitude"), GrantParts.Say(content, "longitude"));
}
