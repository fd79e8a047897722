using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;

namespace Trellis.Platform.Confidential;

internal static class ConfidentialHost
{
    /// <summary>Where a place keeps what only few may see.</summary>
    public static void AddConfidential(this IServiceCollection services)
    {
        services.AddSingleton<KeyFile>();
        services.AddSingleton<KeyRing>();
        services.AddScoped<ConfidentialTexts>();
        services.AddScoped<OpenCompartment>();
        services.AddScoped<KeepPolicy>();
        services.AddSingleton(new FileHolder("platform_compartment", "policy_file_id"));
        services.AddScoped<RotateKey>();
        services.AddRules(ConfidentialRules.All);
        services.AddWorkLinks(ConfidentialRules.Doors);
        services.AddHistoryWords(CompartmentWords.History);
        services.AddSingleton<ICheck, SealedTextsHold>();
    }
}
