using System.Net;
using Microsoft.AspNetCore.Http;

namespace Trellis.Platform.Web;

internal static class AtTheMachine
{
    /// <summary>Whether both ends of a request are this machine, under its own name, with no proxy in between that would make strangers look local.</summary>
    public static bool IsAtTheMachine(this HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && context.Request.Host.Host is var host && (host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named)))
        && !context.Request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || name.StartsWith("X-Original", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || name.Equals("Via", StringComparison.OrdinalIgnoreCase));
}
