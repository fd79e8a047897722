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
public sealed class Grant
{
    private readonly List<GrantFault> faults = [];
    private readonly Func<JsonObject>? makeContent;
    private readonly GrantPart? cells;
    private JsonObject? content;

    /// <summary>A grant of a JSON record.</summary>
    /// <param name="content">The grant as JSON.</param>
    public Grant(JsonObject content) => this.content = content;

    /// <summary>A grant of a row, which most look into without ever asking for it as JSON; the cells are null where only the JSON can tell.</summary>
    internal Grant(GrantPart? cells, Func<JsonObject> makeContent) => (this.cells, this.makeContent) = (cells, makeContent);

    /// <summary>The grant as the standard's JSON has it.</summary>
    public JsonObject Content => content ??= makeContent!();

    /// <summary>The sheet of its first row; null in a file without sheets.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row it begins on as a spreadsheet counts, or the number of the record in a JSON file from 1.</summary>
    public long Row { get; init; }

    /// <summary>How many rows of the file make this grant.</summary>
    public int Rows { get; internal set; } = 1;

    /// <summary>What in it could not be read, or was mended.</summary>
    public IReadOnlyList<GrantFault> Faults => faults;

    /// <summary>
    /// Why no cell of its row can be trusted, in one sentence: a quotation mark that is never closed, a cell too many, so that all after it stand under other
    /// headings. Null where the row is whole.
    /// </summary>
    public string? Broken { get; private set; }

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
    public Reading<PartialDate> PlannedStart => Read.DateOrMonth(Part.First("plannedDates").Say("startDate"));

    /// <summary>When the activity is planned to end; may be a month or a year.</summary>
    public Reading<PartialDate> PlannedEnd => Read.DateOrMonth(Part.First("plannedDates").Say("endDate"));

    /// <summary>How long the activity is planned to last, in months.</summary>
    public Reading<long> PlannedMonths => Read.Whole(Part.First("plannedDates").Say("duration"));

    /// <summary>Who gets it; empty where it goes to a person.</summary>
    public IReadOnlyList<GrantOrganisation> Recipients => [.. Part.List("recipientOrganization").Select(o => new GrantOrganisation(o))];

    /// <summary>Who gives it; usually one.</summary>
    public IReadOnlyList<GrantOrganisation> Funders => [.. Part.List("fundingOrganization").Select(o => new GrantOrganisation(o))];

    /// <summary>Whether the grant went to a person; who that is, is not in the data.</summary>
    public bool IsToIndividual => Part.Holds("recipientIndividual");

    /// <summary>The places it is for.</summary>
    public IReadOnlyList<GrantLocation> BeneficiaryLocations => [.. Part.List("beneficiaryLocation").Select(l => new GrantLocation(l))];

    /// <summary>The code of the first programme it belongs to.</summary>
    public string? ProgrammeCode => Part.First("grantProgramme").Say("code");

    /// <summary>The title of the first programme it belongs to.</summary>
    public string? ProgrammeTitle => Part.First("grantProgramme").Say("title");

    /// <summary>A web page about the grant.</summary>
    public string? Url => Say("url");

    /// <summary>Where the data was published.</summary>
    public string? DataSource => Say("dataSource");

    /// <summary>Whether anybody could apply.</summary>
    public Reading<bool> FromOpenCall => Read.YesNo(Say("fromOpenCall"));

    /// <summary>When the publisher last changed it.</summary>
    public Reading<DateOnly> Modified => Read.Date(Say("dateModified"));

    internal void Break(string sentence)
    {
        Broken ??= sentence;
        Fault("", null, sentence);
    }

    internal void Fault(string heading, string? value, string sentence)
    {
        if (faults.Count < 50)
        {
            faults.Add(new GrantFault(heading, value, sentence));
        }
    }

    /// <summary>Once the JSON was asked for it may have been added to, and is what counts.</summary>
    private GrantPart Part => content is null && cells is { } row ? row : new(Content);

    private string? Say(string member) => Part.Say(member);

    private Reading<long> Amount(string member) => Read.Pence(Say(member));
}

/// <summary>A funder or recipient as a grant names it.</summary>
public readonly struct GrantOrganisation
{
    private readonly GrantPart part;

    /// <summary>As a grant's JSON has it.</summary>
    /// <param name="content">The member of the grant.</param>
    public GrantOrganisation(JsonObject content)
        : this(new GrantPart(content))
    {
    }

    internal GrantOrganisation(GrantPart part) => this.part = part;

    /// <summary>As in GB-CHC-1089464, or 360G-… where only the publisher knows it.</summary>
    public string? Id => part.Say("id");

    /// <summary>Its name.</summary>
    public string? Name => part.Say("name");

    /// <summary>Another name it is known by.</summary>
    public string? AlternateName => part.Say("alternateName");

    /// <summary>The part of it that gives or gets the grant.</summary>
    public string? Department => part.Say("department");

    /// <summary>As the publisher writes it; read it with <see cref="Organisations.OrgId.FromCharityNumber"/>.</summary>
    public string? CharityNumber => part.Say("charityNumber");

    /// <summary>As the publisher writes it; read it with <see cref="Organisations.OrgId.FromCompanyNumber"/>.</summary>
    public string? CompanyNumber => part.Say("companyNumber");

    /// <summary>Street and number.</summary>
    public string? StreetAddress => part.Say("streetAddress");

    /// <summary>Its town.</summary>
    public string? Town => part.Say("addressLocality");

    /// <summary>As the publisher writes it; read it with <see cref="Values.Read.Postcode"/>.</summary>
    public string? PostalCode => part.Say("postalCode");

    /// <summary>What it does.</summary>
    public string? Description => part.Say("description");

    /// <summary>Its web address, as the publisher writes it.</summary>
    public string? Url => part.Say("url");

    /// <summary>A member exactly as it is written, blanks and all.</summary>
    internal string? Written(string member) => part.Written(member);

    /// <summary>Where it is.</summary>
    public IReadOnlyList<GrantLocation> Locations => [.. part.List("location").Select(l => new GrantLocation(l))];
}

/// <summary>A place a grant is for, or where a recipient is.</summary>
public readonly struct GrantLocation
{
    private readonly GrantPart part;

    /// <summary>As a grant's JSON has it.</summary>
    /// <param name="content">The member of the grant.</param>
    public GrantLocation(JsonObject content)
        : this(new GrantPart(content))
    {
    }

    internal GrantLocation(GrantPart part) => this.part = part;

    /// <summary>The place's name.</summary>
    public string? Name => part.Say("name");

    /// <summary>Two letters, as in GB.</summary>
    public string? CountryCode => part.Say("countryCode");

    /// <summary>As in E08000009.</summary>
    public string? GeoCode => part.Say("geoCode");

    /// <summary>As in MD or WD.</summary>
    public string? GeoCodeType => part.Say("geoCodeType");

    /// <summary>Its centre (WGS 84).</summary>
    public Reading<Coordinates> Coordinates => Read.Coordinates(part.Say("latitude"), part.Say("longitude"));
}
