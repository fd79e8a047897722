using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Groups.Find;

internal static class FindServices
{
    public static void AddFind(this IServiceCollection services)
    {
        services.AddSingleton<GroupDirectory>();
        services.AddHostedService(provider => provider.GetRequiredService<GroupDirectory>());
        services.AddSingleton<KeepMisses>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepMisses>());
        services.AddScoped<FindGroups>();
        services.AddScoped<Trellis.Platform.Measures.ICounts, GroupCounts>();
    }
}
