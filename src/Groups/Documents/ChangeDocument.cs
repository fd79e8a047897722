using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;

namespace Trellis.Groups.Documents;

/// <summary>Changes what is said of a document, and puts another file in its place where one is given: the old one goes.</summary>
internal sealed class ChangeDocument(Db db, LookAtFile look, KeepFiles files, UploadRate rate, TimeProvider clock)
{
    /// <param name="Version">Of the document that the answers were typed over.</param>
    public sealed record Form(Guid DocumentId, int Version, DocumentForm Typed, ArrivedFile? Arrived, Guid ByWhom);

    /// <summary>What came of it: false where somebody else was quicker and nothing was changed.</summary>
    public async Task<Result<bool>> Handle(Organisation group, Form form, CancellationToken stop)
    {
        var said = form.Typed.Read();
        GoodFile? file = null;
        if (form.Arrived is not null)
        {
            var looked = await rate.Allows(form.Arrived, form.ByWhom, stop) is { } often ? often : await look.Handle(form.Arrived, stop);
            if (!looked.Succeeded || !said.Succeeded)
            {
                return said.Problems.Concat(looked.Succeeded ? [ArrivedFile.ChooseAgain] : looked.Problems).ToArray();
            }

            file = looked.Value;
        }

        return said.Succeeded ? await files.Do<bool>(() => Change(group, form, said.Value, file, stop), stop) : said.Problems.ToArray();
    }

    private async Task<Result<bool>> Change(Organisation group, Form form, DocumentForm.Said said, GoodFile? file, CancellationToken stop)
    {
        if (await db.DocumentsOf(group.Id).FirstOrDefaultAsync(one => one.Id == form.DocumentId && one.Version == form.Version, stop) is not { } document)
        {
            return false;
        }

        if (document.ExpiresOn != said.ExpiresOn)
        {
            document.Warned = Validity.Known(said.ExpiresOn, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        }

        (document.Sort, document.Title, document.ExpiresOn, document.Readers) = (said.Sort, said.Title, said.ExpiresOn, said.Readers);
        return file is null ? true : await Replace(group, document, file, form.ByWhom, stop);
    }

    private async Task<Result<bool>> Replace(Organisation group, GroupDocument document, GoodFile file, Guid byWhom, CancellationToken stop)
    {
        var old = document.FileId;
        var stored = await files.Add(file, group.PlaceId, group.Id, byWhom, old, stop);
        if (!stored.Succeeded)
        {
            return stored.Problems[0];
        }

        document.FileId = stored.Value.Id;
        await files.Remove(old, stop);
        return true;
    }
}
