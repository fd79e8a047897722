using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Support.Log;

/// <summary>Takes an entry out of the support log, with a reason that stays in the history.</summary>
internal sealed class RemoveEntry(Db db, Trail trail)
{
    private const int Longest = 300;

    public async Task<Result<Guid>> Handle(SupportEntry entry, string? why, CancellationToken stop)
    {
        if (FreeText.Tidy(why) is not { Length: <= Longest } reason)
        {
            return new Problem("Why", $"Say why the entry goes, in at most {Longest} letters.");
        }

        trail.Because(reason);
        db.RemoveRange(await db.Set<EntryGroup>().Where(about => about.EntryId == entry.Id).ToListAsync(stop));
        db.Remove(entry);
        try
        {
            await db.SaveChangesAsync(stop);
            return entry.Id;
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            return new Problem("", "Somebody else has corrected this entry just now. Look at it again.");
        }
    }
}
