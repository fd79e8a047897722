using System.Data.Common;
using Trellis.Platform.Data;

namespace Trellis.Platform.Exchange;

/// <summary>What an import brought in, as the front page tells it.</summary>
/// <param name="Key">The data set's short name.</param>
/// <param name="Format">The importer that read it.</param>
/// <param name="AsOf">The day its statements were true, as far as the publisher says.</param>
/// <param name="New">Rows, as are the three that follow.</param>
public sealed record News(string Key, string Title, DateOnly? AsOf, DateTimeOffset FinishedAt, long New, long Updated, long Gone, long Refused, string Publisher, string Format)
{
    /// <summary>Nobody gave the list a title: it goes by the name of its first file, which says nothing to the public.</summary>
    public bool IsUntitled => Key == SourceDetails.OwnPrefix + Title.ToLowerInvariant();
}

/// <summary>Reads what is new in a place.</summary>
public sealed class LatestImports(Database database)
{
    private const int LookedAt = 40;

    /// <summary>Imports that brought something in or changed something, the latest of each source that still counts, in the order they came.</summary>
    public async Task<IReadOnlyList<News>> Of(Guid placeId, int most, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var latest = await connection.Query(
            """
            SELECT source.key, source.title, source.as_of, import.finished_at, import.new, import.updated, import.gone, import.refused, source.publisher, source.format
            FROM platform_import import JOIN platform_source source ON source.id = import.source_id
            WHERE import.place_id = @place AND source.place_id = @place AND source.withdrawn_at IS NULL AND (import.new > 0 OR import.updated > 0 OR import.gone > 0)
            ORDER BY import.id DESC LIMIT @most
            """,
            Read, stop, ("place", placeId), ("most", LookedAt));
        return [.. latest.OrderByDescending(one => one.FinishedAt).DistinctBy(one => one.Key).Take(most)];
    }

    private static News Read(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.Date(2), row.Instant(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7), row.GetString(8), row.GetString(9));
}
