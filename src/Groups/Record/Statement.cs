using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Groups.Contract;

namespace Trellis.Groups.Record;

/// <summary>A name as a source gives it, and what kind of name the source says it is.</summary>
internal sealed record SaidName(string Text, NameKind Kind);

/// <summary>What one source says about one organisation, in one form for all sources. What a source does not say is null: unknown, not "no".</summary>
internal sealed record Statement
{
    /// <summary>As the source writes it; null where the source only adds to a known organisation.</summary>
    public string? Name { get; init; }

    public IReadOnlyList<SaidName> OtherNames { get; init => field = value ?? []; } = [];

    /// <summary>In the style of org-id.guide, the source's own first.</summary>
    public IReadOnlyList<string> Identifiers { get; init => field = value ?? []; } = [];

    /// <summary>Of all that is said, what it is called.</summary>
    [JsonIgnore]
    public Statement NameAlone => new() { Name = Name, Identifiers = Identifiers, Kind = Kind };

    public OrganisationKind? Kind { get; init; }

    /// <summary>In words, as in Charitable incorporated organisation.</summary>
    public string? LegalForm { get; init; }

    public string? Purpose { get; init; }

    /// <summary>An ICNPTSO class.</summary>
    public string? Cause { get; init; }

    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    public Reach? Reach { get; init; }

    public string? Website { get; init; }

    public string? Email { get; init; }

    public string? Telephone { get; init; }

    public string? Address { get; init; }

    public string? Postcode { get; init; }

    /// <summary>Where it is, as far as is known without a postcode: an electoral ward.</summary>
    public string? WardCode { get; init; }

    /// <summary>The address may be somebody's home: only town or postcode district may be shown.</summary>
    public bool MayBeHome { get; init; }

    public DateOnly? RegisteredOn { get; init; }

    public DateOnly? RemovedOn { get; init; }

    public long? IncomePence { get; init; }

    public int? IncomeYear { get; init; }

    /// <summary>Named in the files of public money as a funder or payer: known, but not one of the place's groups.</summary>
    public bool IsOnlyPayer { get; init; }

    /// <summary>Who is helped, in the group's own words.</summary>
    public string? Helps { get; init; }

    /// <summary>Whom to ask for, by role.</summary>
    public string? Contact { get; init; }

    public string? Languages { get; init; }

    /// <summary>How people get in and about: steps, lift, loop, toilets.</summary>
    public string? Accessibility { get; init; }

    /// <summary>What only people say, not files; null where a file said this.</summary>
    public Spoken? Spoken { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, SaidJson.Default.Statement);

    public static Statement FromJson(string json) => JsonSerializer.Deserialize(json, SaidJson.Default.Statement)!;
}

/// <summary>What one source says about something offered to people.</summary>
internal sealed record ServiceStatement
{
    public required string Name { get; init; }

    public required string Kind { get; init; }

    public string? Description { get; init; }

    public string? OpeningTimes { get; init; }

    public string? HowToGetIt { get; init; }

    public string? Website { get; init; }

    public string? Email { get; init; }

    public string? Telephone { get; init; }

    public string? Address { get; init; }

    public string? Postcode { get; init; }

    public int? LatitudeMicro { get; init; }

    public int? LongitudeMicro { get; init; }

    /// <summary>Address, email and telephone may be somebody's own: only the postcode district may be shown.</summary>
    public bool MayBeHome { get; init; }

    /// <summary>Who offers it, as the file names them.</summary>
    public string? OfferedBy { get; init; }
}

/// <summary>What one source says about a building or a piece of land.</summary>
internal sealed record PremisesStatement
{
    public required string Name { get; init; }

    public required string Kind { get; init; }

    public string? Tenure { get; init; }

    public string? TenureDetail { get; init; }

    public string? Address { get; init; }

    public string? Postcode { get; init; }

    public int? LatitudeMicro { get; init; }

    public int? LongitudeMicro { get; init; }

    public string? Owner { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Statement))]
[JsonSerializable(typeof(ServiceStatement))]
[JsonSerializable(typeof(PremisesStatement))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class SaidJson : JsonSerializerContext;
