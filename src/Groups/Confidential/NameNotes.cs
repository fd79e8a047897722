using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Groups.Confidential;

/// <summary>Names confidential notes by their group, for the list of who read them.</summary>
internal sealed class NameNotes(Db db) : IRecordNames
{
    public IReadOnlyCollection<string> Kinds => [nameof(ConfidentialNote)];

    public async Task<IReadOnlyDictionary<Guid, RecordName>> Of(Guid placeId, string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop) => await (
        from note in db.Set<ConfidentialNote>()
        join about in db.Organisations(placeId) on note.OrganisationId equals about.Id
        where ids.Contains(note.Id)
        select new { note.Id, about.Name, about.Slug }).ToDictionaryAsync(one => one.Id, one => new RecordName(one.Name, "/groups/" + one.Slug), stop);
}
