using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Groups.Lists;

/// <summary>Gives a list another name.</summary>
internal sealed class RenameList(Db db)
{
    public async Task<Result<Guid>> Handle(KeptList list, string? called, CancellationToken stop)
    {
        if (MakeList.Name(called) is not { } name)
        {
            return MakeList.Unnamed;
        }

        list.Name = name;
        try
        {
            await db.SaveChangesAsync(stop);
            return list.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("Called", "Somebody else has renamed this list just now.");
        }
    }
}
