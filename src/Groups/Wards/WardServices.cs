using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Measures;

namespace Trellis.Groups.Wards;

internal static class WardServices
{
    /// <summary>The order of the measures here is the order of the columns on the page.</summary>
    public static void AddWards(this IServiceCollection services)
    {
        services.AddSingleton<GroupCounts>();
        services.AddScoped<IMeasure, People>();
        services.AddScoped<IMeasure, GroupsBasedHere>();
        services.AddScoped<IMeasure, GroupsPerThousand>();
        services.AddScoped<IMeasure, DeprivationScore>();
        services.AddScoped<IMeasure, DeprivedShare>();
        services.AddScoped<MeasureAreas>();
        services.AddScoped<CompareAreas>();
        services.AddScoped<DownloadAreas>();
        services.AddScoped<ReadArea>();
    }
}
