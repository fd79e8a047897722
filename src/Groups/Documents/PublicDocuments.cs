using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Documents;

/// <summary>The part of a group's page with the documents that it shows to everybody.</summary>
internal sealed class PublicDocuments(Db db, ListDocuments list, Texts t) : IGroupSections
{
    public sealed record Seen(string Slug, IReadOnlyList<ListDocuments.Line> Lines);

    public int Order => 30;

    public async Task<IReadOnlyList<GroupSection>> For(Guid organisationId, CancellationToken stop)
    {
        var lines = await list.Handle(organisationId, Readers.Everybody, stop);
        return lines.Count == 0 ? [] : [new("documents", t["Documents"], "/Groups/Documents/_PublicDocuments.cshtml", new Seen(await Slug(organisationId, stop), lines))];
    }

    private Task<string> Slug(Guid organisation, CancellationToken stop) => db.Set<Organisation>().Where(one => one.Id == organisation).Select(one => one.Slug).SingleAsync(stop);
}
