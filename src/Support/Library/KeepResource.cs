using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Support.Topics;

namespace Trellis.Support.Library;

/// <summary>Adds a resource to the library or changes it. What it said before is kept as an earlier edition.</summary>
internal sealed class KeepResource(Db db, LookAtFile look, KeepFiles files, TopicTree topics, TimeProvider clock)
{
    /// <param name="PlaceId">Whose library.</param>
    /// <param name="Arrived">The file that came with it; null where none was chosen.</param>
    public sealed record Sent(Guid PlaceId, ResourceForm Form, ArrivedFile? Arrived, Guid ByWhom);

    public async Task<Result<Guid>> Add(Sent sent, CancellationToken stop)
    {
        var (said, file) = (sent.Form.Read(await topics.Offered(sent.PlaceId, stop), sent.Arrived is not null), await Look(sent.Arrived, stop));
        if (!said.Succeeded || !file.Succeeded)
        {
            return said.Problems.Concat(file.Problems).ToArray();
        }

        var now = clock.GetUtcNow();
        var resource = Make(Guid.CreateVersion7(now), sent.PlaceId, null, said.Value, DateOnly.FromDateTime(now.UtcDateTime));
        return await files.Do<Guid>(
            async () =>
            {
                if (await Store(resource, file.Value.File, sent, stop) is { } problem)
                {
                    return problem;
                }

                db.Add(resource);
                return resource.Id;
            },
            stop);
    }

    /// <summary>False where somebody else was quicker and nothing was changed.</summary>
    public async Task<Result<bool>> Change(Resource resource, int version, Sent sent, CancellationToken stop)
    {
        var (said, file) = (sent.Form.Read(await topics.Offered(sent.PlaceId, stop), sent.Arrived is not null || resource.FileId is not null, resource.TopicId), await Look(sent.Arrived, stop));
        if (!said.Succeeded || !file.Succeeded)
        {
            return said.Problems.Concat(file.Problems).ToArray();
        }

        if (resource.Version != version)
        {
            return false;
        }

        try
        {
            return await files.Do<bool>(() => Change(resource, said.Value, file.Value.File, sent, stop), stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Takes it out of the library, or puts it back; plans that use it keep it.</summary>
    public async Task Retire(Resource resource, bool back, CancellationToken stop)
    {
        resource.RetiredAt = back ? null : resource.RetiredAt ?? clock.GetUtcNow();
        await db.SaveUnlessChanged(stop);
    }

    public static Resource Make(Guid id, Guid placeId, string? key, ResourceForm.Said said, DateOnly checkedOn) => new()
    {
        Id = id,
        PlaceId = placeId,
        Key = key,
        Kind = said.Kind,
        Title = said.Title,
        Summary = said.Summary,
        Url = said.Url,
        TopicId = said.TopicId,
        Criterion = said.Criterion,
        Stage = said.Stage,
        CheckedOn = checkedOn,
        ReviewOn = said.ReviewOn,
        Edition = 1,
    };

    private async Task<Result<bool>> Change(Resource resource, ResourceForm.Said said, GoodFile? file, Sent sent, CancellationToken stop)
    {
        if (file is not null || (resource.Title, resource.Summary, resource.Url) != (said.Title, said.Summary, said.Url))
        {
            var name = await db.Set<StoredFile>().Where(one => one.Id == resource.FileId).Select(one => one.Name).FirstOrDefaultAsync(stop);
            db.Add(new ResourceEdition { ResourceId = resource.Id, Edition = resource.Edition++, Title = resource.Title, Summary = resource.Summary, Url = resource.Url, FileName = name, MadeAt = clock.GetUtcNow() });
        }

        (resource.Kind, resource.Title, resource.Summary, resource.Url, resource.TopicId) = (said.Kind, said.Title, said.Summary, said.Url, said.TopicId);
        (resource.Criterion, resource.Stage, resource.ReviewOn, resource.CheckedOn) = (said.Criterion, said.Stage, said.ReviewOn, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return await Store(resource, file, sent, stop) is { } problem ? problem : true;
    }

    /// <summary>Null where it went well, or there was no file.</summary>
    private async Task<Problem?> Store(Resource resource, GoodFile? file, Sent sent, CancellationToken stop)
    {
        if (file is null)
        {
            return null;
        }

        var old = resource.FileId;
        var stored = await files.Add(file, sent.PlaceId, sent.PlaceId, sent.ByWhom, old, stop);
        if (!stored.Succeeded)
        {
            return stored.Problems[0];
        }

        resource.FileId = stored.Value.Id;
        if (old is { } gone)
        {
            await files.Remove(gone, stop);
        }

        return null;
    }

    private sealed record Looked(GoodFile? File);

    private async Task<Result<Looked>> Look(ArrivedFile? arrived, CancellationToken stop)
    {
        if (arrived is null)
        {
            return new Looked(null);
        }

        var file = await look.Handle(arrived, stop);
        return file.Succeeded ? new Looked(file.Value) : file.Problems.ToArray();
    }
}
