using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Platform.Web;

/// <summary>Where people find this site, for absolute links: the place's own host name, else the configured <c>Address</c>, else what the request says.</summary>
public sealed class PublicAddress(Uri? configured, Uri? listening = null)
{
    /// <summary>Null where none is configured.</summary>
    public Uri? Configured => configured;

    /// <summary>For what is written while nobody asks, such as letters: the configured address, or the one the server listens on.</summary>
    public Uri Known => configured ?? listening ?? new Uri("http://127.0.0.1:5080/");

    /// <summary>Where a place is found, for what is written while nobody asks: its own host name, where it has one.</summary>
    public async Task<Uri> Of(Db db, Guid placeId, CancellationToken stop) =>
        await db.Places().Where(place => place.Id == placeId).Select(place => place.Host).FirstOrDefaultAsync(stop) is { } host ? new UriBuilder(Known) { Host = host }.Uri : Known;

    /// <summary>No address for others is configured: only whoever is at this machine is to find the site.</summary>
    public bool IsThisMachine => configured is null || KnownHosts.IsThisMachine(configured.Host);

    /// <summary>The host name it is configured with.</summary>
    public string? Host => configured?.Host;

    /// <summary>Only hosts that <see cref="KnownHosts"/> lets through come here: this machine, the configured one, and those of places.</summary>
    public Uri For(HttpRequest request) => configured is null ? new Uri($"{request.Scheme}://{request.Host.Value}/")
        : KnownHosts.IsThisMachine(request.Host.Host) ? configured
        : new UriBuilder(configured) { Host = request.Host.Host }.Uri;

    /// <summary>An absolute link to a page of this site.</summary>
    public string Link(HttpRequest request, string path) => new Uri(For(request), path).ToString();
}

/// <summary>
/// Takes the line of a visitor for encrypted where the site's address says so: a proxy that forgets to tell how it was asked must not cost cookies their
/// protection. Under a name of the machine itself there is no proxy that encrypts.
/// </summary>
internal sealed class AsAddressed(RequestDelegate next, PublicAddress address)
{
    public Task Invoke(HttpContext context)
    {
        if (address.Configured?.Scheme == Uri.UriSchemeHttps && !KnownHosts.IsThisMachine(context.Request.Host.Host))
        {
            context.Request.Scheme = Uri.UriSchemeHttps;
        }

        return next(context);
    }
}

/// <summary>Answers only to names that the operator gave: a forged Host header would otherwise get into the links of mails.</summary>
internal sealed class KnownHosts(RequestDelegate next, PublicAddress address, KnownPlaces places)
{
    private const string Refusal = "This site is not known under that name. Whoever runs it can set the name: docs/operate.md, Behind a proxy.\n";

    public async Task Invoke(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (IsThisMachine(host) || host.Equals(address.Host, StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/health")
            || (await places.All(context.RequestAborted)).Any(place => host.Equals(place.Host, StringComparison.OrdinalIgnoreCase)))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(Refusal, context.RequestAborted);
    }

    /// <summary>Names that never leave the machine (RFC 6761).</summary>
    public static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named));
}

internal static class PublicAddressHost
{
    public static void AddPublicAddress(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new PublicAddress(
            configuration["Address"] is { Length: > 0 } text ? new Uri(text, UriKind.Absolute) : null,
            Uri.TryCreate(configuration["urls"]?.Split(';')[0], UriKind.Absolute, out var listening) ? listening : null));
}
