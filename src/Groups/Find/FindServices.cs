using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Find.Words;
using Trellis.Platform.Measures;
using Trellis.Platform.Web;

namespace Trellis.Groups.Find;

internal static class FindServices
{
    public static void AddFind(this IServiceCollection services)
    {
        services.AddSingleton<GroupDirectory>();
        services.AddHostedService(provider => provider.GetRequiredService<GroupDirectory>());
        services.AddScoped<FindGroups>();
        services.AddScoped<Contract.GroupSearch, PickGroups>();
        services.AddScoped<OpenFacets>();
        services.AddScoped<AddSearchWords>();
        services.AddScoped<Contract.IGroupFacet, KeptApart>();
        services.AddScoped<ICounts, GroupCounts>();
        services.AddSingleton<IReady, DirectoryReady>();
    }
}
