using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Trellis.Platform.Web;

public static class VisitorsNetwork
{
    private const int OneLine = 64 / 8;

    /// <summary>The network a request comes from, for counting tries: never stored but as a hash. A line has 2⁶⁴ addresses of IPv6, so only its prefix is one's own.</summary>
    public static string Network(this HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } six => new IPAddress([.. six.GetAddressBytes().Take(OneLine), .. new byte[OneLine]]).ToString(),
        var four => (four.IsIPv4MappedToIPv6 ? four.MapToIPv4() : four).ToString(),
    };
}
