using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;

namespace Trellis.Groups.Documents;

/// <summary>Puts a document among those that a group keeps.</summary>
internal sealed class AddDocument(Db db, LookAtFile look, KeepFiles files, UploadRate rate, TimeProvider clock)
{
    public async Task<Result<Guid>> Handle(Organisation group, DocumentForm form, ArrivedFile? arrived, Guid byWhom, CancellationToken stop)
    {
        var said = form.Read();
        var file = await rate.Allows(arrived, byWhom, stop) is { } often ? often : await look.Handle(arrived, stop);
        if (!said.Succeeded || !file.Succeeded)
        {
            return said.Problems.Concat(file.Succeeded ? [ArrivedFile.ChooseAgain] : file.Problems).ToArray();
        }

        return await files.Do<Guid>(() => Add(group, said.Value, file.Value, byWhom, stop), stop);
    }

    private async Task<Result<Guid>> Add(Organisation group, DocumentForm.Said said, GoodFile file, Guid byWhom, CancellationToken stop)
    {
        var stored = await files.Add(file, group.PlaceId, group.Id, byWhom, null, stop);
        if (!stored.Succeeded)
        {
            return stored.Problems[0];
        }

        var now = clock.GetUtcNow();
        var document = new GroupDocument
        {
            Id = Guid.CreateVersion7(now),
            PlaceId = group.PlaceId,
            OrganisationId = group.Id,
            FileId = stored.Value.Id,
            Sort = said.Sort,
            Title = said.Title,
            ExpiresOn = said.ExpiresOn,
            Readers = said.Readers,
            Warned = Validity.Known(said.ExpiresOn, DateOnly.FromDateTime(now.UtcDateTime)),
        };
        db.Add(document);
        return document.Id;
    }
}
