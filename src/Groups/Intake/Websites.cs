namespace Trellis.Groups.Intake;

internal static class Websites
{
    /// <summary>An address that a browser can open; null where the text is none.</summary>
    public static string? Tidy(string text)
    {
        var bare = text.Trim().TrimEnd('.', ',', ';');
        var address = bare.Contains("://", StringComparison.Ordinal) ? bare : "http://" + bare.TrimStart('/');
        return Uri.TryCreate(address, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url.Host.Contains('.') && url.UserInfo.Length == 0
            ? address.Replace(" ", "%20", StringComparison.Ordinal)
            : null;
    }
}
