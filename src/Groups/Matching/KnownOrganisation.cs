namespace Trellis.Groups.Matching;

/// <summary>What matching needs to know of an organisation, besides its names.</summary>
/// <param name="CharityNumber">Two different ones speak against two being the same.</param>
/// <param name="NeverACompany">Its legal form cannot have "Limited" in its name, as a trust or a charitable incorporated organisation.</param>
internal sealed record KnownOrganisation(
    Guid Id, string Name, string? Postcode, string? Host, string? Telephone, string? CharityNumber, bool NeverACompany)
{
    /// <summary>Made when first asked for: most organisations never are.</summary>
    public uint[] Signature => field ??= WordOverlap.Signature(CleanName.Words(Name));
}
