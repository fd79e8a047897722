using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Places;

/// <summary>The place this request or command is about. An installation with one place serves that one.</summary>
public sealed class Here(Db db)
{
    private Place? place;

    /// <summary>The place, or null where none has been set up yet.</summary>
    public async Task<Place?> Place(CancellationToken stop) =>
        place ??= await db.Places().AsNoTracking().OrderBy(p => p.Id).FirstOrDefaultAsync(stop);

    /// <summary>The place, where a page or command cannot be without one.</summary>
    public async Task<Place> RequirePlace(CancellationToken stop) =>
        await Place(stop) ?? throw new NoPlaceException();
}

/// <summary>Nothing has been set up yet; the site answers with a page that says how to begin.</summary>
public sealed class NoPlaceException() : Exception("There is no place here yet. Start with ./start --place trafford, or import your own files.");
