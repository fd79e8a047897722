using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Trellis.Platform.Access;

/// <summary>The outside site that people of this place may sign in with; there only where one is configured.</summary>
/// <param name="Name">On the button: Sign in with …</param>
internal sealed record OutsideSite(string Name);

internal static class OpenIdHost
{
    public const string Scheme = "OpenId";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The framework's handler speaks with the outside site; whom it vouches for gets a session of ours, and no cookie of the handler's stays behind.</summary>
    public static void AddOpenId(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        authentication.Services.AddScoped<TakeOutsidePerson>();
        var settings = configuration.GetSection("OpenId");
        if (settings["Authority"] is not { Length: > 0 } authority || settings["ClientId"] is not { Length: > 0 } client)
        {
            return;
        }

        authentication.Services.AddSingleton(new OutsideSite(settings["Name"] ?? new Uri(authority).Host));
        authentication.AddOpenIdConnect(Scheme, options =>
        {
            options.Authority = authority;
            options.ClientId = client;
            options.ClientSecret = settings["ClientSecret"];
            options.RequireHttpsMetadata = !new Uri(authority).IsLoopback;
            options.BackchannelTimeout = Patience;
            Configure(options);
        });
    }

    private static void Configure(OpenIdConnectOptions options)
    {
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query; // a form posted from outside would need cookies that other sites may use
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.SaveTokens = false;
        options.Scope.Clear();
        foreach (var scope in (string[])["openid", "email", "profile"])
        {
            options.Scope.Add(scope);
        }

        options.ClaimActions.MapUniqueJsonKey("email", "email");
        options.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
        options.ClaimActions.MapUniqueJsonKey("name", "name");
        options.CallbackPath = "/sign-in/outside";
        options.SignedOutCallbackPath = PathString.Empty;
        options.RemoteSignOutPath = PathString.Empty;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnTicketReceived = OpenIdEvents.Received;
        options.Events.OnRemoteFailure = OpenIdEvents.Failed;
    }
}
