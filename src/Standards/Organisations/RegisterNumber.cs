namespace Trellis.Standards.Organisations;

/// <summary>How each register writes its numbers.</summary>
internal static class RegisterNumber
{
    private static readonly HashSet<string> CompanyPrefixes =
    [
        .. "AC BR CE CS ES FC FE GE GN GS IC IP LP NA NC NF NI NL NO NP NR NV NZ OC OE PC R0 RC RS SA SC SE SF SG SI SL SO SP SR SZ ZC".Split(' '),
    ];

    /// <summary>The number as its register writes it; null where it cannot be one. A number that plainly is of another register is given that one.</summary>
    public static string? Normal(string scheme, string text, out string listed)
    {
        listed = scheme;
        var solid = new string([.. text.Where(c => !char.IsWhiteSpace(c) && c is not '.' and not '\u200B').Select(char.ToUpperInvariant)]);
        switch (scheme)
        {
            case Scheme.CharityCommission:
                return Charity(solid, out listed);
            case Scheme.Scotland:
                return Scottish(solid.StartsWith("SC", StringComparison.Ordinal) ? solid : "SC" + solid);
            case Scheme.NorthernIreland:
                return Irish(solid);
            case Scheme.CompaniesHouse:
                return Company(solid);
            case Scheme.SportsClubs:
                return text.Trim().Length <= 40 && IsPlain(text.Trim()) ? text.Trim() : null;
            case Scheme.EnglishCouncils:
                return solid.Length is 3 && solid.All(char.IsAsciiLetterUpper) ? solid : null;
            default:
                return text.Trim().Length <= 100 && IsPlain(text.Trim()) ? text.Trim() : null;
        }
    }

    /// <summary>Six or seven figures, perhaps with the number of a linked charity behind a dash; Scottish and Irish numbers are known by their letters.</summary>
    private static string? Charity(string solid, out string listed)
    {
        listed = Scheme.CharityCommission;
        if (Scottish(solid) is { } scottish)
        {
            listed = Scheme.Scotland;
            return scottish;
        }

        if (solid.StartsWith("NI", StringComparison.Ordinal) && Irish(solid) is { } irish)
        {
            listed = Scheme.NorthernIreland;
            return irish;
        }

        var parts = solid.Split('-', '/');
        var main = parts[0].TrimStart('0');
        if (parts.Length > 2 || main.Length is < 6 or > 7 || !IsFigures(main) || (main.Length == 7 && main[0] != '1'))
        {
            return null;
        }

        return parts.Length == 1 || parts[1].TrimStart('0').Length == 0 ? main
            : IsFigures(parts[1]) && parts[1].Length <= 5 ? main + "-" + parts[1].TrimStart('0')
            : null;
    }

    /// <summary>SC and six figures; an O for the first nought is an old slip of typists.</summary>
    private static string? Scottish(string solid)
    {
        if (!solid.StartsWith("SC", StringComparison.Ordinal))
        {
            return null;
        }

        var figures = solid[2..].TrimStart('-').Replace('O', '0');
        return figures.Length is >= 3 and <= 6 && IsFigures(figures) ? "SC" + figures.PadLeft(6, '0') : null;
    }

    private static string? Irish(string solid)
    {
        var figures = solid.StartsWith("NIC", StringComparison.Ordinal) ? solid[3..] : solid.StartsWith("NI", StringComparison.Ordinal) ? solid[2..] : solid;
        return figures.Length == 6 && figures[0] == '1' && IsFigures(figures) ? figures : null;
    }

    /// <summary>Eight figures, or two letters and six figures; short ones have lost their noughts.</summary>
    private static string? Company(string solid)
    {
        if (IsFigures(solid))
        {
            return solid.TrimStart('0').Length is >= 1 and <= 8 ? solid.TrimStart('0').PadLeft(8, '0') : null;
        }

        if (solid.Length is < 4 or > 8 || !CompanyPrefixes.Contains(solid[..2]))
        {
            return null;
        }

        // Old mutual societies end in a letter, as in IP12345R and SP1234RS.
        var rest = solid[2..];
        var figures = rest.TrimEnd('R', 'S', 'A', 'C', 'N', 'I');
        return IsFigures(figures) && (figures.Length == rest.Length || solid.Length == 8) ? solid[..2] + rest.PadLeft(6, '0') : null;
    }

    private static bool IsFigures(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static bool IsPlain(string text) => text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '/' or '.' or ':' or '+');
}
