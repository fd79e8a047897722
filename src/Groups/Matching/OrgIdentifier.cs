using Trellis.Standards.Organisations;

namespace Trellis.Groups.Matching;

/// <summary>Register numbers in one spelling, in the style of org-id.guide.</summary>
internal static class OrgIdentifier
{
    /// <summary>As its register writes it; null where it has no prefix that other files use too, or cannot be a number of that register.</summary>
    public static string? Normal(string? identifier) => OrgId.Parse(identifier).Value?.Value;

    /// <summary>The number of a charity; with "-4" for the fourth charity linked to the main one.</summary>
    public static string? Charity(string? number) => OrgId.FromCharityNumber(number).Value?.Value;

    public static string? Company(string? number) => OrgId.FromCompanyNumber(number).Value?.Value;

    /// <summary>The register's name, the number alone, and its page there (null where it has none).</summary>
    public static (string Register, string Number, string? Url) Explain(string code) =>
        OrgId.Parse(code).Value is { } id ? (Scheme.Title(id.Scheme), id.Number, id.Page) : ("Other register", code, null);
}
