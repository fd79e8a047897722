using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Support.Coming;

/// <summary>Looks at a waiting file without keeping anything: reads it, finds its groups and words, and says what becomes of each row.</summary>
internal sealed class LookAhead(Db db, FileKinds kinds)
{
    /// <summary>Null where the file waits no longer.</summary>
    public async Task<Looked?> Handle(Arrival arrival, CancellationToken stop)
    {
        var content = await db.Set<WaitingFile>().AsNoTracking().Where(file => file.ArrivalId == arrival.Id).Select(file => file.Content).FirstOrDefaultAsync(stop);
        if (content is null || FileTable.Read(arrival.FileName, content) is not { Succeeded: true } table)
        {
            return null;
        }

        var looked = new Looked(arrival, table.Value, Choices.Read(arrival.Choices));
        return looked.Missing.Count > 0 ? looked : await kinds.Of(arrival).Look(arrival, table.Value, looked.Said, stop);
    }
}
