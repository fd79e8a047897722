using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Mailing;

namespace Trellis.Groups.Lists;

internal static class ListServices
{
    public static void AddLists(this IServiceCollection services)
    {
        services.AddScoped<ReadLists>();
        services.AddScoped<MakeList>();
        services.AddScoped<RenameList>();
        services.AddScoped<EndList>();
        services.AddScoped<PickGroup>();
        services.AddScoped<FindReaders>();
        services.AddScoped<SendNews>();
        services.AddScoped<ReadMailings>();
    }
}
