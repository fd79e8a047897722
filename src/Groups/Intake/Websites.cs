namespace Trellis.Groups.Intake;

internal static class Websites
{
    /// <summary>An address that a browser can open; null where the text is none.</summary>
    public static string? Tidy(string text)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text.TrimStart('/');
        return Uri.TryCreate(address, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url.Host.Contains('.') && url.UserInfo.Length == 0 && !url.Host.EndsWith('.')
            ? address.Replace(" ", "%20", StringComparison.Ordinal)
            : null;
    }
}
