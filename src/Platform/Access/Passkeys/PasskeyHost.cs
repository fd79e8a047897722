using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Privacy;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

internal static class PasskeyHost
{
    /// <summary>The framework checks signatures, counters and flags; who people are it learns from <see cref="PersonStore"/>. Of its other sign-in nothing is used.</summary>
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<Person>().AddUserStore<PersonStore>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddToRegister(PasskeyRegister.Personal);
        services.AddSingleton<PasskeySite>();
        services.AddScoped<PasskeyChallenges>();
        services.AddScoped<EnrolPasskey>();
        services.AddScoped<RemovePasskey>();
        services.AddScoped<ShowPasskey>();
        services.AddScoped<ForgetPasskeys>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PasskeySite>((passkeys, site) =>
        {
            passkeys.ServerDomain = site.Domain;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required"; // so that it is offered before an address is typed
            passkeys.AuthenticatorTimeout = PasskeyChallenge.Life;
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.TopOrigin is null && site.IsOrigin(asked.Origin, asked.HttpContext.Request));
        });
    }
}

/// <summary>The one site whose passkeys are ours: the configured address, or this machine's own name where none is configured.</summary>
internal sealed class PasskeySite(PublicAddress address)
{
    public string Domain => address.Configured?.Host ?? "localhost";

    /// <summary>Browsers make passkeys for names only, and only for the name they are on or one above it.</summary>
    public bool IsHere(HttpRequest request) =>
        request.Host.Host.Equals(Domain, StringComparison.OrdinalIgnoreCase) || (address.Configured is not null && request.Host.Host.EndsWith("." + Domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where the same page can have passkeys.</summary>
    public string Elsewhere(HttpRequest request, string path) =>
        address.Configured is { } configured ? new Uri(configured, path).ToString() : new UriBuilder(request.Scheme, Domain, request.Host.Port ?? -1).Uri.GetLeftPart(UriPartial.Authority) + path;

    public bool IsOrigin(string origin, HttpRequest request) =>
        IsHere(request) && string.Equals(origin, address.For(request).GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}
