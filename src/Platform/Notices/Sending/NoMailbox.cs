using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Trellis.Platform.Notices;

/// <summary>
/// Whether a refusal says that there is no such mailbox. Nothing else may: a server that is set up wrongly, or does not like us, refuses every address, and
/// they would all be taken for dead.
/// </summary>
internal static partial class NoMailbox
{
    // RFC 3463 and 7505: bad mailbox, system or syntax of either, moved away, takes no mail.
    private static readonly FrozenSet<string> Codes = FrozenSet.Create("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10");

    /// <param name="status">As in 550.</param>
    /// <param name="words">What comes after it, with an enhanced code where the server has them.</param>
    public static bool Says(int status, string words) => Enhanced().Match(words) is { Success: true } code ? Codes.Contains(code.Groups[1].Value) : status is 550 or 551 or 553;

    /// <summary>The same of a report that came by mail (RFC 3464), which may know no more than that it failed, and quote the server.</summary>
    public static bool Says(string reported, string? diagnostic) => Enhanced().Match(reported) is { Success: true } code && code.Groups[1].Value != "5.0.0"
        ? Codes.Contains(code.Groups[1].Value)
        : Diagnostic().Match(diagnostic ?? "") is { Success: true } said && Says(int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture), said.Groups[2].Value);

    [GeneratedRegex(@"^\s*(\d\.\d{1,3}\.\d{1,3})(?![\d.])")]
    private static partial Regex Enhanced();

    [GeneratedRegex(@"^\s*smtp\s*;\s*(\d{3})[ -](.*)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Diagnostic();
}
