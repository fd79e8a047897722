using System.Data.Common;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Bench;

/// <summary>A ward of the generated country, with the district of its postcodes.</summary>
internal sealed record CountryWard(string Code, string District, Point Middle);

/// <summary>Makes the wards and postcodes in which the country's charities are.</summary>
internal static class CountryAreas
{
    private const int Wards = 400;

    public static async Task<CountryWard[]> Write(DbConnection connection, Guid place, Random chance)
    {
        var wards = Enumerable.Range(0, Wards).Select(at => new CountryWard(
            $"G05{at:000000}", $"G{(char)('A' + (at / 100))}{at % 100}",
            new Point(50_500_000 + chance.Next(5_000_000), -5_000_000 + chance.Next(6_000_000)))).ToArray();
        await using (var areas = await Bulk.Into(connection, "platform_area", ["id", "place_id", "kind", "code", "name", "slug", "latitude_micro", "longitude_micro"], default))
        {
            foreach (var (code, _, middle) in wards)
            {
                areas.Add(Guid.CreateVersion7(), place, "Ward", code, "Generated ward " + code[3..], code.ToLowerInvariant(), middle.LatitudeMicro, middle.LongitudeMicro);
            }

            await areas.Complete(default);
        }

        await using (var postcodes = await Bulk.Into(connection, "platform_postcode", ["place_id", "postcode", "ward_code", "lsoa_code", "latitude_micro", "longitude_micro"], default))
        {
            foreach (var (code, district, middle) in wards)
            {
                foreach (var sector in Enumerable.Range(1, 9))
                {
                    postcodes.Add(place, $"{district} {sector}AA", code, "L" + code, middle.LatitudeMicro + (sector * 900), middle.LongitudeMicro - (sector * 700));
                }
            }

            await postcodes.Complete(default);
        }

        await Stamps.Raise(connection, "places", default);
        return wards;
    }
}
