using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;

namespace Trellis.Groups.Documents;

/// <summary>The documents of a group that somebody may read, by what they are.</summary>
internal sealed class ListDocuments(Db db, TimeProvider clock)
{
    public sealed record Line(GroupDocument Document, StoredFile File, DateOnly Today)
    {
        public bool IsOver => Validity.IsOver(Document.ExpiresOn, Today);

        public bool IsSoon => Validity.IsSoon(Document.ExpiresOn, Today);

        /// <summary>Where it is read, by whom it is for; after the group's address.</summary>
        public string Address => Document.Readers switch { Readers.Own => "own-document/", Readers.Staff => "staff-document/", _ => "public-document/" } + Document.Id;
    }

    /// <param name="atLeast">Those that are shown to these readers, and to more.</param>
    public async Task<IReadOnlyList<Line>> Handle(Guid organisation, Readers atLeast, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var rows = await (
            from document in db.DocumentsOf(organisation).AsNoTracking()
            join file in db.Set<StoredFile>().AsNoTracking() on document.FileId equals file.Id
            select new { document, file }).ToListAsync(stop);
        return [.. rows.Where(row => row.document.Readers >= atLeast).OrderBy(row => row.document.Sort).ThenBy(row => row.document.Title, StringComparer.CurrentCulture).ThenBy(row => row.document.Id).Select(row => new Line(row.document, row.file, today))];
    }

    /// <summary>Null where the group has no such document.</summary>
    public async Task<Line?> One(Guid organisation, Guid documentId, CancellationToken stop) => (await Handle(organisation, Readers.Own, stop)).FirstOrDefault(line => line.Document.Id == documentId);
}
