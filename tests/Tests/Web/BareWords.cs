using System.Text.RegularExpressions;

namespace Trellis.Tests.Web;

/// <summary>Finds words in a view that a translator would never be shown: text and attributes that do not come through <c>@T["…"]</c>.</summary>
internal static partial class BareWords
{
    public static IEnumerable<string> In(string view)
    {
        var page = Silent().Replace(view, "");
        foreach (Match attribute in Spoken().Matches(page))
        {
            if (Word().IsMatch(attribute.Groups[2].Value) && !attribute.Groups[2].Value.Contains('@'))
            {
                yield return attribute.Value;
            }
        }

        foreach (Match title in Named().Matches(page))
        {
            yield return title.Value;
        }

        foreach (Match between in Between().Matches(WithoutSpeech(page)))
        {
            foreach (var line in between.Groups[1].Value.Split('\n').Select(line => line.Trim()).Where(line => !Code().IsMatch(line) && Word().IsMatch(line)))
            {
                yield return line;
            }
        }
    }

    // What is said through T, and values: after this only words of our own are left.
    private static string WithoutSpeech(string page) => Entity().Replace(Value().Replace(Speech().Replace(page, ""), ""), "");

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<(pre|code|script|svg)\b.*?</\1>|(?m)^@(page|model|inject|using|namespace|attribute)\b.*$|(?m)^\s*//.*$", RegexOptions.Singleline)]
    private static partial Regex Silent();

    [GeneratedRegex(@"\b(placeholder|title|aria-label|alt|label|what|hint|note|summary|who)=""([^""]*)""")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"ViewData\[""(Title|Description)""\]\s*=\s*\$?""[^""]*[a-z]{2}[^""]*""")]
    private static partial Regex Named();

    [GeneratedRegex(@"@?\bT\[(""(\\.|[^""\\])*""|[^\[\]""]|\[[^\]]*\])*\]")]
    private static partial Regex Speech();

    [GeneratedRegex(@"@[A-Za-z_][\w.?!]*(\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\]]*\]|[\w.?!])*|@\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")]
    private static partial Regex Value();

    [GeneratedRegex("&[a-z]+;")]
    private static partial Regex Entity();

    [GeneratedRegex("(?<=>)([^<>]*)(?=<)")]
    private static partial Regex Between();

    [GeneratedRegex(@"[{};=]|\|\||&&|^(case\b|default:|else\b|@|\.\w|\()")]
    private static partial Regex Code();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
