using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;

namespace Trellis.Platform.Places;

/// <summary>The place this request or command is about. An installation with one place serves that one.</summary>
public sealed class Here(KnownPlace known)
{
    private Place? place;

    /// <summary>The place, or null where none has been set up yet. Not for changing.</summary>
    public async Task<Place?> Place(CancellationToken stop) => place ??= await known.Read(stop);

    /// <summary>The place, where a page or command cannot be without one.</summary>
    public async Task<Place> RequirePlace(CancellationToken stop) =>
        await Place(stop) ?? throw new NoPlaceException();
}

/// <summary>Every page asks which place it is about, and that hardly ever changes: it is read again every other second.</summary>
public sealed class KnownPlace(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private volatile Held? held;

    public async Task<Place?> Read(CancellationToken stop)
    {
        if (held is { } known && clock.GetElapsedTime(known.At) < LookAgain)
        {
            return known.Place;
        }

        await using var scope = scopes.CreateAsyncScope();
        var place = await scope.ServiceProvider.GetRequiredService<Db>().Places().AsNoTracking().OrderBy(p => p.Id).FirstOrDefaultAsync(stop);
        held = place is null ? null : new(place, clock.GetTimestamp());
        return place;
    }

    private sealed record Held(Place Place, long At);
}

/// <summary>Nothing has been set up yet; the site answers with a page that says how to begin.</summary>
public sealed class NoPlaceException() : Exception("There is no place here yet. Start with ./start --place trafford, or import your own files.");
