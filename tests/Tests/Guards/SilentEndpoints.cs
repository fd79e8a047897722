using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Tests.Support;

namespace Trellis.Tests.Guards;

/// <summary>Everyone is refused unless a page or endpoint says who may come; one that says nothing is a mistake, named here.</summary>
public sealed class SilentEndpoints(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Every_endpoint_says_who_may_come() => Assert.Equal([], Silent(await Endpoints()));

    [Fact]
    public async Task Every_page_in_the_sources_is_seen()
    {
        var pages = Repository.Files("src", "*.cshtml").Count(file => File.ReadLines(file).Any(line => line.StartsWith("@page", StringComparison.Ordinal)));
        var seen = (await Endpoints()).Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.RelativePath).OfType<string>().Distinct().Count();
        Assert.Equal(pages, seen);
    }

    [Fact]
    public void A_silent_endpoint_is_reported()
    {
        var silent = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/secrets"), 0).Build();
        var open = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/open"), 0) { Metadata = { new AllowAnonymousAttribute() } }.Build();
        Assert.Equal(["/secrets"], Silent([silent, open]));
    }

    private static IEnumerable<string> Silent(IEnumerable<Endpoint> endpoints) =>
        from endpoint in endpoints
        where endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        select (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint.DisplayName;

    private async Task<List<Endpoint>> Endpoints()
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var endpoints = new List<Endpoint>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            endpoints.Add(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? await Whole(page, endpoint) : endpoint);
        }

        return endpoints;

        // What a page model says about access is only known once the page is loaded.
        async Task<Endpoint> Whole(PageActionDescriptor page, Endpoint endpoint)
        {
            var loaded = await loader.LoadAsync(page, endpoint.Metadata);
            return new(null, new([.. endpoint.Metadata, .. loaded.EndpointMetadata ?? []]), page.RelativePath);
        }
    }
}
