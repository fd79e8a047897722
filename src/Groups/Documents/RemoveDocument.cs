using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;

namespace Trellis.Groups.Documents;

/// <summary>Takes a document away for good, with what stands in it.</summary>
internal sealed class RemoveDocument(Db db, KeepFiles files)
{
    /// <summary>False where the group has no such document any longer.</summary>
    public Task<Result<bool>> Handle(Guid organisation, Guid documentId, CancellationToken stop) => files.Do<bool>(
        async () =>
        {
            if (await db.DocumentsOf(organisation).FirstOrDefaultAsync(one => one.Id == documentId, stop) is not { } document)
            {
                return false;
            }

            db.Remove(document);
            await files.Remove(document.FileId, stop);
            return true;
        },
        stop);
}
