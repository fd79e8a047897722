using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Trellis.Platform.Data;

namespace Trellis.Platform.Places;

/// <summary>The place this request or command is about: the one that has the request's host name, else the first.</summary>
public sealed class Here(KnownPlaces known, IHttpContextAccessor web)
{
    private Place? place;

    /// <summary>The place, or null where none has been set up yet. Not for changing.</summary>
    public async Task<Place?> Place(CancellationToken stop) => place ??= await known.Under(web.HttpContext?.Request.Host.Host, stop);

    /// <summary>The place, where a page or command cannot be without one.</summary>
    public async Task<Place> RequirePlace(CancellationToken stop) =>
        await Place(stop) ?? throw new NoPlaceException();

    /// <summary>Makes a command be about the place with this code; false where there is none.</summary>
    public async Task<bool> Choose(string code, CancellationToken stop) =>
        (place = (await known.All(stop)).FirstOrDefault(one => one.Code.Equals(code, StringComparison.OrdinalIgnoreCase))) is not null;
}

/// <summary>
/// Every page asks which place it is about, and that hardly ever changes: they are read again every other second. Without the mapper, as is all that the
/// front page and the search read: after a start they need not wait for it.
/// </summary>
public sealed class KnownPlaces(Database database, TimeProvider clock)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private volatile Held? held;

    /// <summary>In the order in which they were set up.</summary>
    public async Task<IReadOnlyList<Place>> All(CancellationToken stop)
    {
        if (held is { } known && clock.GetElapsedTime(known.At) < LookAgain)
        {
            return known.Places;
        }

        await using var connection = await database.Open(stop);
        var places = await connection.Query("SELECT id, code, name, slug, is_demo, host, version FROM platform_place ORDER BY id", Read, stop);
        held = places.Count == 0 ? null : new(places, clock.GetTimestamp());
        return places;
    }

    /// <summary>Reads them again at the next asking: one was made or changed just now.</summary>
    public void LookAgainNow() => held = null;

    /// <summary>The place of this host name; the first where none has it.</summary>
    public async Task<Place?> Under(string? host, CancellationToken stop)
    {
        var places = await All(stop);
        return places.FirstOrDefault(one => one.Host is { } own && own.Equals(host, StringComparison.OrdinalIgnoreCase)) ?? (places.Count > 0 ? places[0] : null);
    }

    private static Place Read(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Code = row.GetString(1),
        Name = row.GetString(2),
        Slug = row.GetString(3),
        IsDemo = row.GetBoolean(4),
        Host = row.Text(5),
        Version = row.GetInt32(6),
    };

    private sealed record Held(IReadOnlyList<Place> Places, long At);
}

/// <summary>Nothing has been set up yet; the site answers with a page that says how to begin.</summary>
public sealed class NoPlaceException(string message) : Exception(message)
{
    public NoPlaceException()
        : this("There is no place here yet. Make yours with ./trellis place --new NAME --code CODE, or look at an example with ./start --place trafford.")
    {
    }
}
