using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Groups.Lists;

/// <summary>Takes a list away; the groups stay, and what was sent to it is still known.</summary>
internal sealed class EndList(Db db)
{
    public async Task Handle(KeptList list, CancellationToken stop)
    {
        db.RemoveRange(await db.Set<ListMember>().Where(member => member.ListId == list.Id).ToListAsync(stop));
        db.Remove(list);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear(); // somebody else took it away, or put a group on it meanwhile: then it is there to be looked at
        }
    }
}
