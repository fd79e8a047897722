namespace Trellis.Tests.Support;

/// <summary>A person at a browser: opens pages, follows links, fills in fields by their labels, presses buttons. Keeps cookies.</summary>
public sealed class Visitor(HttpClient client)
{
    public HttpClient Client => client;

    public async Task<PageSeen> Open(string url) => await PageSeen.Read(this, await client.GetAsync(new Uri(url, UriKind.RelativeOrAbsolute)));

    public async Task<PageSeen> Send(HttpRequestMessage request) => await PageSeen.Read(this, await client.SendAsync(request));
}
