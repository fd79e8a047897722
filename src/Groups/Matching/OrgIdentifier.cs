using Trellis.Standards.Organisations;

namespace Trellis.Groups.Matching;

/// <summary>Register numbers in one spelling, in the style of org-id.guide.</summary>
internal static class OrgIdentifier
{
    /// <summary>As its register writes it; null where it has no prefix that other files use too, or cannot be a number of that register.</summary>
    public static string? Normal(string? identifier) => IsPlainCharity(identifier) ? identifier : OrgId.Parse(identifier).Value?.Value;

    /// <summary>The number of a charity; with "-4" for the fourth charity linked to the main one.</summary>
    public static string? Charity(string? number) => OrgId.FromCharityNumber(number).Value?.Value;

    public static string? Company(string? number) => OrgId.FromCompanyNumber(number).Value?.Value;

    /// <summary>The register's name, the number alone, and its page there (null where it has none).</summary>
    public static (string Register, string Number, string? Url) Explain(string code) =>
        OrgId.Parse(code).Value is { } id ? (Scheme.Title(id.Scheme), id.Number, id.Page) : ("Other register", code, null);

    /// <summary>Most rows of the national lists are charities of England and Wales written as they should be; those need no closer look.</summary>
    private static bool IsPlainCharity(string? identifier) =>
        identifier is { Length: 13 or 14 } && identifier.StartsWith("GB-CHC-", StringComparison.Ordinal)
        && identifier[7] == (identifier.Length == 14 ? '1' : identifier[7]) && identifier[7] != '0' && identifier.AsSpan(7).IndexOfAnyExceptInRange('0', '9') < 0;
}
