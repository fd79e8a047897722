namespace Trellis.Groups.Matching;

/// <summary>What matching needs to know of an organisation, besides its names.</summary>
/// <param name="NeverACompany">Its legal form cannot have "Limited" in its name, as a trust or a charitable incorporated organisation.</param>
internal sealed record KnownOrganisation(
    Guid Id, string Name, string? Postcode, string? Host, string? Telephone, bool NeverACompany)
{
    /// <summary>The first of those it has. Two different ones speak against two being the same.</summary>
    public string? CharityNumber { get; private set; }

    /// <summary>It has this number of a register.</summary>
    public void Has(string code)
    {
        if (code.StartsWith("GB-CHC-", StringComparison.Ordinal) && (CharityNumber is null || string.CompareOrdinal(code, CharityNumber) < 0))
        {
            CharityNumber = code;
        }
    }

    /// <summary>Made when first asked for: most organisations never are.</summary>
    public uint[] Signature => field ??= WordOverlap.Signature(CleanName.Words(Name));
}
