using Trellis.Tests.Support;

namespace Trellis.Tests.Places;

/// <summary>A site with the demo's areas, postcodes and figures in it, but neither groups nor money.</summary>
public sealed class GeographySite : Site, IAsyncLifetime
{
    private static readonly string[] Files =
    [
        "boundary-borough.geojson", "boundary-wards-2023.geojson", "boundary-localities.geojson", "boundary-lsoa-2021.geojson.gz", "boundary-parishes.geojson",
        "postcodes.csv.gz", "population-mid-2024.csv.gz", "uk-imd-composite-lsoa.csv.gz",
        "census2021-unpaid-care-by-ward.csv", "census2021-disability-by-ward.csv", "census2021-ethnic-group-by-ward.csv",
    ];

    public async ValueTask InitializeAsync() => await this.Load(Files);
}
