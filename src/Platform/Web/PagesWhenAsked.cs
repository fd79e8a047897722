using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Platform.Web;

/// <summary>
/// Looks into a page when somebody first asks for it. Otherwise every start would look into all of them, which takes as long as everything else that
/// puts the site together. Until then a page says nothing about who may see it, and so nobody may.
/// </summary>
internal sealed class PagesWhenAsked(PageLoader loader) : MatcherPolicy, IEndpointSelectorPolicy
{
    public static void Add(IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ServiceType == typeof(IActionDescriptorProvider) && service.ImplementationType?.Name == "CompiledPageActionDescriptorProvider"));
        services.AddSingleton<IActionDescriptorProvider, PageActionDescriptorProvider>();
        services.AddSingleton<MatcherPolicy, PagesWhenAsked>();
    }

    /// <summary>Before every other choice between endpoints, which may be made by what the page says.</summary>
    public override int Order => int.MinValue + 100;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(endpoint => PageOf(endpoint) is not null);

    public async Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && candidates[i].Endpoint is var endpoint && PageOf(endpoint) is { } page)
            {
                var looked = await loader.LoadAsync(page, endpoint.Metadata); // which keeps what it has loaded
                candidates.ReplaceEndpoint(i, looked.Endpoint, candidates[i].Values);
            }
        }
    }

    private static PageActionDescriptor? PageOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page and not CompiledPageActionDescriptor ? page : null;
}
