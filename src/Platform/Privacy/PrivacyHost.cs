using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Platform.Privacy;

internal static class PrivacyHost
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddToRegister(PlatformRegister.Personal, PlatformRegister.Peopleless);
        services.AddSingleton<Register>();
        services.AddSingleton<ErasedList>();
        services.AddScoped<TakeAllAboutPerson>();
        services.AddScoped<ErasePerson>();
        services.AddScoped<EndWhatIsDue>();
        services.AddScoped<EndIdleAccounts>();
        services.AddScoped<HoldPerson>();
    }
}
