using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Trellis.Platform.Web;

/// <summary>How much and how slowly one visitor may ask; an endpoint that takes files in says its own size.</summary>
internal static class Limits
{
    public const long Body = 1_000_000;

    public static void Set(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = Body;
        server.Limits.MaxRequestLineSize = 8 * 1024;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.MaxRequestHeaderCount = 64;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        server.Limits.MaxConcurrentConnections = 4_000;
        server.Limits.MinResponseDataRate = new(bytesPerSecond: 1_000, gracePeriod: TimeSpan.FromSeconds(15)); // a poor telephone line has more
        server.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
    }
}
