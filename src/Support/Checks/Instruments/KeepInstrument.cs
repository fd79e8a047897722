using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks.Instruments;

/// <summary>Keeps the text of an instrument when it is first used, and gives it back for as long as there are checks with it.</summary>
internal sealed class KeepInstrument(Db db, TimeProvider clock)
{
    /// <summary>The id under which it is kept; refused where its text is another than when the version was first used.</summary>
    public async Task<Result<Guid>> Handle(Instrument instrument, CancellationToken stop)
    {
        if (await Kept() is not { } kept)
        {
            kept = db.Add(new KeptInstrument
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                Key = instrument.Key,
                Version = instrument.Version,
                Print = instrument.Print,
                Content = instrument.Content,
                KeptAt = clock.GetUtcNow(),
            }).Entity;
            try
            {
                await db.SaveChangesAsync(stop);
            }
            catch (DbUpdateException) when (!stop.IsCancellationRequested)
            {
                db.ChangeTracker.Clear(); // somebody else used it first in this moment
                kept = await Kept() ?? throw new InvalidOperationException("An instrument could be neither kept nor found.");
            }
        }

        return kept.Print == instrument.Print ? kept.Id
            : new Problem("Instrument", "The text of this health check has changed since it was first used here, but its version has not. Ask whoever keeps its file to give it a new version.");

        Task<KeptInstrument?> Kept() => db.Set<KeptInstrument>().AsNoTracking().FirstOrDefaultAsync(one => one.Key == instrument.Key && one.Version == instrument.Version, stop);
    }

    public async Task<Instrument> Read(Guid id, CancellationToken stop)
    {
        var kept = await db.Set<KeptInstrument>().AsNoTracking().SingleAsync(one => one.Id == id, stop);
        return ReadInstrument.From($"{kept.Key}.json", kept.Content).Value;
    }
}
