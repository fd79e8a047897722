namespace Trellis.Platform;

/// <summary>Addresses of the web that came in a file or from somebody.</summary>
public static class WebAddress
{
    /// <summary>The address as a link may have it; null where it is none, or one that would run something.</summary>
    public static string? Link(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri.AbsoluteUri : null;
}
