using System.Data.Common;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.Platform.Exchange;

/// <summary>Writes a data set into the record of sources: new the first time, renewed when a newer file of it comes in.</summary>
internal static class SourceRows
{
    public static async Task<Source> Save(
        DbConnection connection, Place place, SourceDetails details, string format, string sha256, DateTimeOffset now, CancellationToken stop)
    {
        var known = await connection.Value<Guid>("SELECT id FROM platform_source WHERE place_id = @place AND key = @key", stop, ("place", place.Id), ("key", details.Key));
        var source = new Source
        {
            Id = known == Guid.Empty ? Guid.CreateVersion7(now) : known,
            PlaceId = place.Id,
            Key = details.Key,
            Title = details.Title,
            Publisher = details.Publisher,
            Licence = details.Licence,
            LicenceUrl = details.LicenceUrl,
            Attribution = details.Attribution,
            Url = details.Url,
            AsOf = details.AsOf,
            Format = format,
            FileName = Path.GetFileName(details.File),
            Sha256 = sha256,
            FetchedAt = now,
        };
        await connection.Execute(
            """
            INSERT INTO platform_source (id, place_id, key, title, publisher, licence, licence_url, attribution, url, as_of, format, file_name, sha256, fetched_at, version)
            VALUES (@id, @place, @key, @title, @publisher, @licence, @licenceUrl, @attribution, @url, @asOf, @format, @file, @sha256, @at, 0)
            ON CONFLICT (place_id, key) DO UPDATE SET title = excluded.title, publisher = excluded.publisher, licence = excluded.licence,
                licence_url = excluded.licence_url, attribution = excluded.attribution, url = excluded.url, as_of = excluded.as_of,
                format = excluded.format, file_name = excluded.file_name, sha256 = excluded.sha256, fetched_at = excluded.fetched_at,
                version = platform_source.version + 1
            """,
            stop,
            ("id", source.Id), ("place", source.PlaceId), ("key", source.Key), ("title", source.Title), ("publisher", source.Publisher),
            ("licence", source.Licence), ("licenceUrl", source.LicenceUrl), ("attribution", source.Attribution), ("url", source.Url), ("asOf", source.AsOf),
            ("format", source.Format), ("file", source.FileName), ("sha256", source.Sha256), ("at", now.UtcDateTime));
        return source;
    }
}
