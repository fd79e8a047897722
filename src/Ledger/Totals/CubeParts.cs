using Trellis.Groups.Contract;
using Trellis.Ledger.Book;

namespace Trellis.Ledger.Totals;

/// <summary>Who gave or paid; all names that mean one organisation are one.</summary>
/// <param name="Id">The number in addresses: the lowest of its names' numbers.</param>
internal sealed record FunderPart(int Id, string Name, Guid? OrganisationId, string? Slug);

/// <summary>Who got money; all names that mean one organisation are one.</summary>
internal sealed record RecipientPart(int Id, string Name, Guid? OrganisationId, string? Slug, OrganisationKind? Kind, Standing Standing, string? WardCode);

internal sealed record ProgrammePart(int Id, MoneyKind Kind, string Label, string? Code)
{
    /// <summary>No programme but the place of what was taken off because it is counted elsewhere.</summary>
    public bool IsPassedOn => Id == 0;
}

/// <summary>A ward, or with an empty code all that is in none that we know.</summary>
internal sealed record WardPart(string Code, string Name, string? Slug);

/// <summary>The lists that lines point into, and the way from an address to a position.</summary>
internal sealed record CubeParts(
    IReadOnlyList<FunderPart> Funders, IReadOnlyList<RecipientPart> Recipients, IReadOnlyList<ProgrammePart> Programmes, IReadOnlyList<WardPart> Wards)
{
    public required IReadOnlyDictionary<int, int> FunderById { get; init; }

    public required IReadOnlyDictionary<int, int> RecipientById { get; init; }

    public IReadOnlyDictionary<int, int> ProgrammeById { get; } = Positions(Programmes, programme => programme.Id);

    public IReadOnlyDictionary<string, int> WardByCode { get; } = Positions(Wards, ward => ward.Code);

    public IReadOnlyDictionary<Guid, int> RecipientByOrganisation { get; } = Recipients.Select((party, at) => (party.OrganisationId, at))
        .Where(pair => pair.OrganisationId is not null).ToDictionary(pair => pair.OrganisationId!.Value, pair => pair.at);

    private static Dictionary<TKey, int> Positions<T, TKey>(IReadOnlyList<T> parts, Func<T, TKey> key)
        where TKey : notnull => parts.Select((part, at) => (key(part), at)).ToDictionary(pair => pair.Item1, pair => pair.at);
}
