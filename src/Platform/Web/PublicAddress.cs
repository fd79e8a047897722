using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Platform.Web;

/// <summary>Where people find this site, for absolute links: the configured <c>Address</c>, or what the request says where none is configured.</summary>
public sealed class PublicAddress(Uri? configured)
{
    public Uri For(HttpRequest request) => configured ?? new Uri($"{request.Scheme}://{request.Host.Value}/");

    /// <summary>An absolute link to a page of this site.</summary>
    public string Link(HttpRequest request, string path) => new Uri(For(request), path).ToString();
}

internal static class PublicAddressHost
{
    /// <summary>With an address configured, requests for another host are refused, so that no forged Host header gets into a link.</summary>
    public static void AddPublicAddress(this IServiceCollection services, IConfiguration configuration)
    {
        var address = configuration["Address"] is { Length: > 0 } text ? new Uri(text, UriKind.Absolute) : null;
        services.AddSingleton(new PublicAddress(address));
        if (address is not null)
        {
            services.PostConfigure<HostFilteringOptions>(hosts => hosts.AllowedHosts = [address.Host, "localhost", "127.0.0.1", "[::1]"]);
        }
    }
}
