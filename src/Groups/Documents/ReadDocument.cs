using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;

namespace Trellis.Groups.Documents;

/// <summary>Gives out a document to those it is shown to; who reads one that is not public is written down first.</summary>
internal sealed class ReadDocument(Db db, Trail trail)
{
    /// <summary>What the history calls a document: the group's insurance certificate, not its id, which is gone with it.</summary>
    public const string Prefix = "Document.";

    /// <summary>Null where the group shows no such document to these readers.</summary>
    public async Task<FileAnswer?> Handle(Organisation organisation, Guid documentId, Readers readers, CancellationToken stop)
    {
        var found = await (
            from document in db.DocumentsOf(organisation.Id).AsNoTracking()
            where document.Id == documentId && document.Readers == readers
            join file in db.Set<StoredFile>().AsNoTracking() on document.FileId equals file.Id
            select new { document.Sort, file }).FirstOrDefaultAsync(stop);
        if (found is null)
        {
            return null;
        }

        if (readers != Readers.Everybody)
        {
            await trail.Read(nameof(Organisation), organisation.Id, organisation.PlaceId, stop, Prefix + found.Sort);
        }

        return await FileAnswer.Of(db, found.file, stop);
    }
}
