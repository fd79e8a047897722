using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Platform.Web;

internal static class AtTheMachine
{
    /// <summary>
    /// Whether both ends of a request are this machine, under its own name, with no proxy in between that would make strangers look local. A proxy can be
    /// silent and ask for 127.0.0.1 itself; so a site that has an address for others is never at the machine.
    /// </summary>
    public static bool IsAtTheMachine(this HttpContext context) =>
        context.RequestServices.GetRequiredService<PublicAddress>().IsThisMachine
        && context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && context.Request.Host.Host is var host && (host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named)))
        && !context.Request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || name.StartsWith("X-Original", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || name.Equals("Via", StringComparison.OrdinalIgnoreCase));
}
