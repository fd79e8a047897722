using Trellis.Standards.Values;

namespace Trellis.Standards.Organisations;

/// <summary>An organisation's identifier as org-id.guide writes it: the list's code and the number in it, as in GB-CHC-1089464.</summary>
public readonly record struct OrgId
{
    private OrgId(string scheme, string number)
    {
        Scheme = scheme;
        Number = number;
    }

    /// <summary>The list's code, as in GB-CHC.</summary>
    public string Scheme { get; }

    /// <summary>The number in the list, as the list writes it: 1089464, SC002327, 00738693.</summary>
    public string Number { get; }

    /// <summary>Both, as in GB-CHC-1089464.</summary>
    public string Value => $"{Scheme}-{Number}";

    /// <summary>The organisation's page on its register; null where the register has none.</summary>
    public string? Page => RegisterPages.Of(Scheme, Number);

    /// <summary>Reads a whole identifier; its number is checked and written as its list writes it (leading noughts, capitals), with a note where it had to be mended.</summary>
    /// <remarks>Identifiers that begin with 360G- name an organisation inside one publisher's data; they are a fault here, because nobody else knows them.</remarks>
    public static Reading<OrgId> Parse(string? text)
    {
        if (Text.OrBlank(text) is not { } identifier)
        {
            return default;
        }

        if (identifier.StartsWith("360G-", StringComparison.OrdinalIgnoreCase))
        {
            return Reading<OrgId>.Refused($"{Text.Quoted(identifier)} is known only to the publisher of this file.");
        }

        return Organisations.Scheme.Of(identifier) is { } scheme && identifier.Length > scheme.Length + 1
            ? From(scheme, identifier[(scheme.Length + 1)..])
            : Reading<OrgId>.Refused($"{Text.Quoted(identifier)} does not begin with the code of a list we know, as in GB-CHC.");
    }

    /// <summary>Reads a number that stood in a column of its own, of a list that is known.</summary>
    /// <param name="scheme">The list's code: a constant of <see cref="Organisations.Scheme"/>.</param>
    /// <param name="text">The number: 1089464, 1089464-1 (a linked charity), SC2327, 738693, NIC100012.</param>
    public static Reading<OrgId> From(string scheme, string? text)
    {
        if (Text.OrBlank(text) is not { } given)
        {
            return default;
        }

        var number = RegisterNumber.Normal(scheme, given, out var listed);
        return number is null
            ? Reading<OrgId>.Refused($"{Text.Quoted(given)} is not a number of {Organisations.Scheme.Title(scheme)}.")
            : new Reading<OrgId>(new OrgId(listed, number), null, number == given && listed == scheme ? null : $"{Text.Quoted(given)} was read as {listed}-{number}.");
    }

    /// <summary>
    /// Reads a charity number of any of the three registers: SC… is Scottish, NIC… is of Northern Ireland, plain figures are of England and Wales.
    /// </summary>
    public static Reading<OrgId> FromCharityNumber(string? text) => From(Organisations.Scheme.CharityCommission, text);

    /// <summary>Reads a company number; leading noughts that a spreadsheet lost are put back.</summary>
    public static Reading<OrgId> FromCompanyNumber(string? text) => From(Organisations.Scheme.CompaniesHouse, text);

    /// <summary>The identifier, as in GB-CHC-1089464.</summary>
    public override string ToString() => Value ?? "";
}
