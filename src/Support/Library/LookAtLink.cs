using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Trellis.Support.Library;

/// <summary>
/// Asks another site whether a page is there, and reads nothing of it. The name is resolved once and the address found is the one that is called, so that it cannot become another
/// meanwhile; an address that is not public is not called; a page that leads elsewhere is followed step by step under the same rules.
/// </summary>
/// <param name="mayCall">Which addresses may be called.</param>
/// <param name="mayUse">Which ports.</param>
/// <param name="resolve">Finds the addresses of a name.</param>
internal sealed class LookAtLink(Func<IPAddress, bool> mayCall, Func<int, bool> mayUse, Func<string, CancellationToken, Task<IPAddress[]>> resolve) : IDisposable
{
    private const int MostSteps = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        MaxResponseHeadersLength = 64,
        ConnectTimeout = Patience,
        ConnectCallback = (context, stop) => Connect(context.DnsEndPoint, mayCall, resolve, stop),
    })
    { Timeout = Patience };

    /// <summary>What came of it, with a few words why.</summary>
    public sealed record Seen(LinkState State, string Said);

    /// <summary>For the world: public addresses and the usual ports.</summary>
    public static LookAtLink OutThere() => new(PublicAddresses.Has, port => port is 80 or 443, (name, stop) => Dns.GetHostAddressesAsync(name, stop));

    public async Task<Seen> Handle(string url, CancellationToken stop)
    {
        var next = Uri.TryCreate(url, UriKind.Absolute, out var first) ? first : null;
        for (var step = 0; step <= MostSteps; step++)
        {
            if (next is null || next.Scheme is not ("http" or "https") || next.UserInfo.Length > 0 || !mayUse(next.Port))
            {
                return new(LinkState.Unsure, "It leads to an address that is not called from here.");
            }

            var (seen, further) = await Ask(next, stop);
            if (seen is not null)
            {
                return seen;
            }

            next = further;
        }

        return new(LinkState.Unsure, "It leads from page to page without end.");
    }

    public void Dispose() => client.Dispose();

    private async Task<(Seen? Seen, Uri? Further)> Ask(Uri url, CancellationToken stop)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Trellis-link-check", "1"));
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } there ? (null, new Uri(url, there)) : (Of(answer.StatusCode), null);
        }
        catch (HttpRequestException failed)
        {
            return (Of(failed), null);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (new(LinkState.Unsure, "It did not answer in time."), null);
        }
    }

    private static Seen Of(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => new(LinkState.Works, "It is there."),
        404 or 410 => new(LinkState.Broken, "The page is gone."),
        _ => new(LinkState.Unsure, $"The other site answered {(int)status}."),
    };

    private static Seen Of(HttpRequestException failed) => failed.InnerException switch
    {
        NotPublicException => new(LinkState.Unsure, "It leads to an address that is not called from here."),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => new(LinkState.Broken, "There is no site of this name."),
        _ => new(LinkState.Unsure, "The other site could not be reached."),
    };

    private static async ValueTask<Stream> Connect(DnsEndPoint wanted, Func<IPAddress, bool> mayCall, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken stop)
    {
        var found = IPAddress.TryParse(wanted.Host.Trim('[', ']'), out var plain) ? [plain] : await resolve(wanted.Host, stop);
        if (found.Length == 0 || !Array.TrueForAll(found, address => mayCall(address)))
        {
            throw new NotPublicException(); // a name with one such address among others is up to something
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, wanted.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class NotPublicException() : IOException("The address is not public.");
}
