using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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

/// <summary>Every page asks which place it is about, and that hardly ever changes: they are read again every other second.</summary>
public sealed class KnownPlaces(IServiceScopeFactory scopes, TimeProvider clock)
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

        await using var scope = scopes.CreateAsyncScope();
        var places = await scope.ServiceProvider.GetRequiredService<Db>().Places().AsNoTracking().OrderBy(p => p.Id).ToListAsync(stop);
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

    private sealed record Held(IReadOnlyList<Place> Places, long At);
}

/// <summary>Nothing has been set up yet; the site answers with a page that says how to begin.</summary>
public sealed class NoPlaceException(string message) : Exception(message)
{
    public NoPlaceException()
        : this("There is no place here yet. Start with ./start --place trafford, or import your own files.")
    {
    }
}
