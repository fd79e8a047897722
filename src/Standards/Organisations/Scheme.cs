using System.Collections.Frozen;

namespace Trellis.Standards.Organisations;

/// <summary>The lists of organisations that org-id.guide has given a code. Source: https://org-id.guide, July 2026 (ODbL 1.0).</summary>
public static class Scheme
{
    /// <summary>The register of charities of England and Wales.</summary>
    public const string CharityCommission = "GB-CHC";

    /// <summary>The register of charities of Scotland.</summary>
    public const string Scotland = "GB-SC";

    /// <summary>The register of charities of Northern Ireland.</summary>
    public const string NorthernIreland = "GB-NIC";

    /// <summary>Companies House, the register of companies of the United Kingdom.</summary>
    public const string CompaniesHouse = "GB-COH";

    /// <summary>Community amateur sports clubs, registered by HMRC.</summary>
    public const string SportsClubs = "GB-CASC";

    /// <summary>English councils.</summary>
    public const string EnglishCouncils = "GB-LAE";

    /// <summary>The register of mutual societies.</summary>
    public const string Mutuals = "GB-MPR";

    private static readonly FrozenSet<string> Codes = Load();

    private static readonly FrozenDictionary<string, string> Titles = new Dictionary<string, string>
    {
        [CharityCommission] = "Charity Commission for England and Wales",
        [Scotland] = "Scottish Charity Register",
        [NorthernIreland] = "Charity Commission for Northern Ireland",
        [CompaniesHouse] = "Companies House",
        [SportsClubs] = "Community amateur sports clubs (HMRC)",
        [EnglishCouncils] = "Local authorities in England",
        ["GB-LAS"] = "Local authorities in Scotland",
        ["GB-PLA"] = "Principal local authorities in Wales",
        ["GB-LANI"] = "Local authorities in Northern Ireland",
        ["GB-GOR"] = "Government organisations",
        ["GB-NHS"] = "NHS organisations",
        ["GB-EDU"] = "Schools in England and Wales",
        ["GB-UKPRN"] = "Register of learning providers",
        ["GB-SHPE"] = "Social housing providers in England",
        [Mutuals] = "Mutuals Public Register",
    }.ToFrozenDictionary();

    /// <summary>Whether org-id.guide knows a list by this code, as in GB-CHC.</summary>
    public static bool IsKnown(string code) => Codes.Contains(code);

    /// <summary>The list's name for people; the code itself where it is not one of the usual British ones.</summary>
    public static string Title(string code) => Titles.GetValueOrDefault(code, code);

    /// <summary>The code an identifier begins with, as in GB-CHC of GB-CHC-1089464; null where it begins with none we know. The longest one counts.</summary>
    public static string? Of(string identifier)
    {
        for (var dash = identifier.LastIndexOf('-'); dash > 0; dash = identifier.LastIndexOf('-', dash - 1))
        {
            if (Codes.TryGetValue(identifier[..dash], out var code))
            {
                return code;
            }
        }

        return null;
    }

    private static FrozenSet<string> Load()
    {
        using var reader = new StreamReader(typeof(Scheme).Assembly.GetManifestResourceStream("org-id-codes.txt")!);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
