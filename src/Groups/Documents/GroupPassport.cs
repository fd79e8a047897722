using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Platform.Texts;
using Choice = Trellis.Platform.Web.Components.Choice;

namespace Trellis.Groups.Documents;

/// <summary>The group's documents, as other parts name them and add to them.</summary>
internal sealed class GroupPassport(Db db, ListDocuments list, AddDocument add, Texts t) : Passport
{
    public override IReadOnlyList<Choice> Sorts => DocumentWords.Sorts(t);

    public override async Task<IReadOnlyList<PassportDocument>> Shown(OrganisationSummary group, bool forItsOwn, CancellationToken stop) =>
        [.. (await list.Handle(group.Id, forItsOwn ? Readers.Own : Readers.Staff, stop)).Select(line => new PassportDocument(
            line.Document.Id, DocumentWords.Called(t, line.Document.Sort, line.Document.Title), $"/groups/{group.Slug}/{line.Address}", line.Document.ExpiresOn) { IsOver = line.IsOver, IsSoon = line.IsSoon })];

    public override async Task<Result<Guid>> Add(OrganisationSummary group, PassportEntry entry, ArrivedFile? arrived, Guid byWhom, CancellationToken stop)
    {
        var organisation = await db.Organisations(group.PlaceId).AsNoTracking().SingleAsync(one => one.Id == group.Id, stop);
        var form = new DocumentForm { Sort = entry.Sort, Title = entry.Title, ExpiresOn = entry.ExpiresOn, Readers = (entry.ForStaff ? Readers.Staff : Readers.Own).ToString() };
        return await add.Handle(organisation, form, arrived, byWhom, stop);
    }
}
