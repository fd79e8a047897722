using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access.Matrix;

/// <summary>One way into the running product: a verb, an address and, on a page, one of its handlers; and the rule it asks, if it asks one.</summary>
internal sealed record Way(string Name, string? Rule)
{
    public bool IsPost => Name.StartsWith("POST", StringComparison.Ordinal);

    public string? Handler => Name.Split("?handler=") is [_, var handler] ? handler : null;

    /// <summary>All of them, as the running product has them.</summary>
    public static async Task<List<Way>> All(Site site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var ways = new List<Way>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            ways.AddRange(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? OfPage(endpoint, await loader.LoadAsync(page, endpoint.Metadata)) : OfOther(endpoint));
        }

        return [.. ways.DistinctBy(way => way.Name)];
    }

    private static IEnumerable<Way> OfPage(RouteEndpoint endpoint, CompiledPageActionDescriptor page)
    {
        var rule = page.EndpointMetadata?.OfType<RequiresAttribute>().LastOrDefault()?.Rule;
        var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var handlers = page.HandlerMethods.Where(handler => handler.HttpMethod is not "Page").Select(handler => $"{handler.HttpMethod.ToUpperInvariant()} {address}{(handler.Name is { Length: > 0 } name ? "?handler=" + name : "")}").ToList();
        return (handlers.Count == 0 ? ["GET " + address] : handlers).Select(name => new Way(name, rule));
    }

    private static IEnumerable<Way> OfOther(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            ? [new("GET a file of the site's own", null)]
            : (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(verb =>
                new Way($"{verb} /{endpoint.RoutePattern.RawText!.TrimStart('/')}", endpoint.Metadata.GetMetadata<RequiresAttribute>()?.Rule));
}
