using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Platform.Audit;

internal static class HistoryHost
{
    /// <summary>The chain, where its end is written down, and how it is told.</summary>
    public static void AddHistory(this IServiceCollection services)
    {
        services.AddScoped<Trail>();
        services.AddSingleton<HeadsFile>();
        services.AddSingleton<HistoryWords>();
        services.AddHistoryWords(PlatformWords.All);
        services.AddScoped<IRecordNames, NameRoles>();
        services.AddScoped<SayWho>();
        services.AddScoped<ReadHistory>();
        services.AddScoped<HistoryOfPerson>();
    }
}
