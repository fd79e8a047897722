using System.Text.RegularExpressions;

namespace Trellis.Platform.Notices;

/// <summary>Takes out of a letter what is for its reader alone: codes, and links that let whoever has them in. What stands apart is hidden whole, whatever it is.</summary>
internal static partial class HideSecrets
{
    public static ReadFolder.Seen In(ReadFolder.Seen letter) => letter with { Subject = Of(letter.Subject), Text = Of(letter.Text) };

    private static string Of(string text) => Numbers().Replace(Queries().Replace(Apart().Replace(text, "    •••"), "?•••"), "•••");

    [GeneratedRegex(@"^(?: {4}|\t)[^\r\n]*", RegexOptions.Multiline)]
    private static partial Regex Apart();

    [GeneratedRegex(@"(?<=https?://\S*)\?\S+")]
    private static partial Regex Queries();

    [GeneratedRegex(@"\d{5,}")]
    private static partial Regex Numbers();
}
