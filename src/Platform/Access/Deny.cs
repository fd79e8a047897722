using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Platform.Access;

internal static class Deny
{
    /// <summary>A page or endpoint that does not say who may use it answers nobody.</summary>
    public static void AddDenyFirst(this IServiceCollection services) =>
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
}
