using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places.Import;

namespace Trellis.Platform.Places;

internal static class PlaceServices
{
    public static void AddPlaces(this IServiceCollection services)
    {
        services.AddSingleton<KnownPlaces>();
        services.AddScoped<Here>();
        services.AddSingleton<Gazetteers>();
        services.AddSingleton<Drawing.Maps>();
        services.AddScoped<Importer, AreaBoundaries>();
        services.AddScoped<Importer, PostcodeList>();
        services.AddScoped<Importer, Population>();
        services.AddScoped<Importer, Deprivation>();
        services.AddScoped<Importer, CensusByWard>();
    }
}
