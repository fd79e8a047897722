using System.Data.Common;
using System.Text.Json;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.Platform.Exchange;

/// <summary>Writes a data set into the record of sources: new the first time, renewed when a newer file of it comes in.</summary>
internal static class SourceRows
{
    /// <summary>A data set as an earlier file left it.</summary>
    /// <param name="HasRows">Something of it came in.</param>
    public sealed record Earlier(Guid Id, string Title, string Format, string? Mapping, bool IsWithdrawn, bool HasRows)
    {
        public required string Sha256 { get; init; }

        public DateOnly? AsOf { get; init; }

        public required DateTimeOffset FetchedAt { get; init; }
    }

    public static async Task<Earlier?> Find(DbConnection connection, Place place, string key, CancellationToken stop)
    {
        var found = await connection.Query(
            """
            SELECT id, title, format, mapping, withdrawn_at, (SELECT count(*) FROM platform_import i WHERE i.source_id = s.id AND i.rows_in > i.refused),
                sha256, as_of, fetched_at
            FROM platform_source s WHERE place_id = @place AND key = @key
            """,
            row => new Earlier(row.GetGuid(0), row.GetString(1), row.GetString(2), row.Text(3), !row.IsDBNull(4), row.GetInt64(5) > 0)
            {
                Sha256 = row.GetString(6),
                AsOf = row.Date(7),
                FetchedAt = row.Instant(8),
            },
            stop, ("place", place.Id), ("key", key));
        return found.SingleOrDefault();
    }

    public static async Task<Source> Save(
        DbConnection connection, Place place, Earlier? known, SourceDetails details, bool addsToEarlier, string format, string sha256, DateTimeOffset now, CancellationToken stop)
    {
        var said = known?.Format == format ? known.Mapping : null;
        var sameAs = known is { IsWithdrawn: false } && known.Sha256 == sha256 ? known : null; // the same file says nothing newer because it was sent again
        var source = new Source
        {
            Id = known?.Id ?? Guid.CreateVersion7(now),
            PlaceId = place.Id,
            Key = details.Key,
            Title = details.Title,
            Publisher = details.Publisher,
            Licence = details.Licence,
            LicenceUrl = details.LicenceUrl,
            Attribution = details.Attribution,
            Url = details.Url,
            AsOf = details.AsOf ?? sameAs?.AsOf,
            Format = format,
            Mapping = details.Mapping.Count == 0 ? said : JsonSerializer.Serialize(addsToEarlier ? MappingSaid.Over(MappingSaid.Read(said), details.Mapping) : details.Mapping),
            FileName = Path.GetFileName(details.File),
            Sha256 = sha256,
            FetchedAt = sameAs?.FetchedAt ?? now,
        };
        await connection.Execute(
            """
            INSERT INTO platform_source (id, place_id, key, title, publisher, licence, licence_url, attribution, url, as_of, format, mapping, file_name, sha256, fetched_at, version)
            VALUES (@id, @place, @key, @title, @publisher, @licence, @licenceUrl, @attribution, @url, @asOf, @format, @mapping, @file, @sha256, @at, 0)
            ON CONFLICT (place_id, key) DO UPDATE SET title = excluded.title, publisher = excluded.publisher, licence = excluded.licence,
                licence_url = excluded.licence_url, attribution = excluded.attribution, url = excluded.url, as_of = excluded.as_of,
                format = excluded.format, mapping = excluded.mapping, file_name = excluded.file_name, sha256 = excluded.sha256, fetched_at = excluded.fetched_at, withdrawn_at = NULL,
                version = platform_source.version + 1
            """,
            stop,
            ("id", source.Id), ("place", source.PlaceId), ("key", source.Key), ("title", source.Title), ("publisher", source.Publisher),
            ("licence", source.Licence), ("licenceUrl", source.LicenceUrl), ("attribution", source.Attribution), ("url", source.Url), ("asOf", source.AsOf),
            ("format", source.Format), ("mapping", source.Mapping), ("file", source.FileName), ("sha256", source.Sha256), ("at", source.FetchedAt.UtcDateTime));
        return source;
    }
}
