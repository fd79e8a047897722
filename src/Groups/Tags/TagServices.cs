using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;

namespace Trellis.Groups.Tags;

internal static class TagServices
{
    public static void AddTags(this IServiceCollection services)
    {
        services.AddScoped<ReadTags>();
        services.AddScoped<SaveTags>();
        services.AddScoped<AddTag>();
        services.AddScoped<RenameTag>();
        services.AddScoped<MergeTags>();
        services.AddScoped<RetireTag>();
        services.AddScoped<TagGroup>();
        services.AddScoped<IGroupFacet, PublicTags>();
        services.AddScoped<IGroupFacet, StaffTags>();
    }
}
