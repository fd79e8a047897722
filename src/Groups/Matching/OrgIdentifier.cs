namespace Trellis.Groups.Matching;

/// <summary>Register numbers in one spelling, in the style of org-id.guide.</summary>
internal static class OrgIdentifier
{
    private static readonly (string Prefix, string Register, string Url)[] Registers =
    [
        ("GB-CHC-", "Charity Commission for England and Wales", "https://register-of-charities.charitycommission.gov.uk/charity-search/-/charity-details/{0}"),
        ("GB-SC-", "Office of the Scottish Charity Regulator", "https://www.oscr.org.uk/about-charities/search-the-register/charity-details?number={0}"),
        ("GB-NIC-", "Charity Commission for Northern Ireland", "https://www.charitycommissionni.org.uk/charity-details/?regId={0}"),
        ("GB-COH-", "Companies House", "https://find-and-update.company-information.service.gov.uk/company/{0}"),
        ("GB-CASC-", "Community amateur sports clubs (HM Revenue and Customs)", ""),
        ("GB-LAE-", "Local authorities of England", ""),
    ];

    /// <summary>GB-CHC without leading zeros, GB-COH with eight digits, all in capitals; null where it has no prefix that other files use too.</summary>
    public static string? Normal(string identifier)
    {
        var code = identifier.Trim().ToUpperInvariant();
        if (code.StartsWith("GB-CHC-", StringComparison.Ordinal))
        {
            return Charity(code[7..]);
        }

        if (code.StartsWith("GB-COH-", StringComparison.Ordinal))
        {
            return Company(code[7..]);
        }

        return code.StartsWith("360G-", StringComparison.Ordinal) || code.Length is < 6 or > 60 || !code.Contains('-') ? null : code;
    }

    /// <summary>The number as the Charity Commission gives it; with "-4" for the fourth charity linked to the main one.</summary>
    public static string? Charity(string? number)
    {
        var digits = number?.Trim().TrimStart('0') ?? "";
        var main = digits.Split('-')[0];
        return main.Length is >= 5 and <= 8 && digits.All(sign => char.IsAsciiDigit(sign) || sign == '-') ? "GB-CHC-" + digits : null;
    }

    /// <summary>Eight characters with leading zeros, or two letters and six digits.</summary>
    public static string? Company(string? number)
    {
        var text = number?.Trim().ToUpperInvariant() ?? "";
        if (text.Length is < 3 or > 8 || !text.All(char.IsAsciiLetterOrDigit) || !text[2..].Any(char.IsAsciiDigit))
        {
            return null;
        }

        var padded = text.All(char.IsAsciiDigit) ? text.PadLeft(8, '0') : text;
        return padded.Length == 8 && padded != "00000000" ? "GB-COH-" + padded : null;
    }

    /// <summary>The register's name, the number alone, and its page there (null where it has none).</summary>
    public static (string Register, string Number, string? Url) Explain(string code)
    {
        foreach (var (prefix, register, url) in Registers)
        {
            if (code.StartsWith(prefix, StringComparison.Ordinal))
            {
                var number = code[prefix.Length..];
                return (register, number, url.Length == 0 ? null : string.Format(url, Uri.EscapeDataString(number.Split('-')[0])));
            }
        }

        return ("Other register", code, null);
    }
}
