using System.Globalization;
using System.Text;

namespace Trellis.Platform.Documents;

/// <summary>Names of files, which are text that somebody else made up.</summary>
public static class FileNames
{
    private const int MostBytes = 150;
    private const string Nameless = "document";

    private static readonly string[] OfProgrammes =
    [
        ".exe", ".dll", ".com", ".scr", ".pif", ".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".js", ".mjs", ".jse", ".wsf", ".wsh", ".hta", ".lnk", ".jar", ".class", ".msi", ".msp", ".reg", ".sh", ".bash", ".py", ".pl", ".rb", ".php",
        ".asp", ".aspx", ".jsp", ".cpl", ".inf", ".scf", ".url", ".iqy", ".slk", ".app", ".command", ".desktop", ".apk", ".html", ".htm", ".xhtml", ".shtml", ".svg", ".svgz", ".mht", ".mhtml", ".xml", ".xsl", ".swf",
    ];

    private static readonly string[] OfDevices = ["CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "LPT1", "LPT2", "LPT3"];

    /// <summary>Whether machines would run or show as a page what has this name. A name can make a file refused; it never makes one taken.</summary>
    internal static bool IsOfProgramme(string name) => OfProgrammes.Any(ending => Visible(name).TrimEnd('.', ' ').EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name without folders, signs that cannot be seen or that turn the reading direction, or that some system forbids; not too long; with the ending of what the file is.</summary>
    public static string Tidy(string? typed, DocumentKind kind)
    {
        var name = Visible(typed ?? "");
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Select(sign => "<>:\"|?*%".Contains(sign) ? '-' : sign));
        name = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        name = Shortened(WithoutEnding(name, kind)).Trim('.', ' ');
        return (name.Length == 0 ? Nameless : OfDevices.Contains(name, StringComparer.OrdinalIgnoreCase) ? "_" + name : name) + kind.Ending();
    }

    private static string Visible(string name)
    {
        var seen = new StringBuilder(name.Length);
        foreach (var rune in FreeText.Whole(name).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            _ = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => seen,
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator => seen.Append(' '),
                _ => rune == Rune.ReplacementChar ? seen : seen.Append(rune),
            };
        }

        return seen.ToString();
    }

    /// <summary>What stood behind the last point said what the file is, or was wrong.</summary>
    private static string WithoutEnding(string name, DocumentKind kind)
    {
        var point = name.LastIndexOf('.');
        var ending = point < 0 ? "" : name[point..];
        var isEnding = ending.Length is > 1 and <= 6 && ending.Skip(1).All(char.IsAsciiLetterOrDigit) && !ending.Skip(1).All(char.IsAsciiDigit);
        return isEnding || ending.Equals(kind.Ending(), StringComparison.OrdinalIgnoreCase) ? name[..point] : name;
    }

    private static string Shortened(string name)
    {
        var (kept, bytes) = (new StringBuilder(), 0);
        foreach (var rune in name.EnumerateRunes().TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= MostBytes))
        {
            kept.Append(rune);
        }

        return kept.ToString();
    }
}
