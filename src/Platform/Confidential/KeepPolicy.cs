using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;

namespace Trellis.Platform.Confidential;

/// <summary>Puts a place's policy on confidential notes beside its compartment: the title, the day and the document itself. It opens nothing.</summary>
internal sealed class KeepPolicy(Db db, LookAtFile look, KeepFiles files, UploadRate rate, TimeProvider clock)
{
    private const int Longest = 200;

    /// <param name="On">The day it was agreed, as typed.</param>
    public sealed record Form(string? Title, string? On);

    /// <param name="arrived">May be left out where one is kept already: then only its title or day change.</param>
    public async Task<Result<Compartment>> Handle(Guid placeId, Form form, ArrivedFile? arrived, Guid byWhom, CancellationToken stop)
    {
        var kept = await db.Set<Compartment>().Where(one => one.PlaceId == placeId).Select(one => one.PolicyFileId).FirstOrDefaultAsync(stop);
        var said = Read(form);
        Result<GoodFile>? file = null;
        if (arrived is not null || kept is null)
        {
            file = await rate.Allows(arrived, byWhom, stop) is { } often ? often : await look.Handle(arrived, stop);
        }

        if (!said.Succeeded || file is { Succeeded: false })
        {
            return said.Problems.Concat(file switch { null => [], { Succeeded: true } => [ArrivedFile.ChooseAgain], _ => file.Problems }).ToArray();
        }

        return await files.Do<Compartment>(() => Keep(placeId, said.Value, file?.Value, byWhom, stop), stop);
    }

    private async Task<Result<Compartment>> Keep(Guid placeId, (string Title, DateOnly On) said, GoodFile? file, Guid byWhom, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.Set<Compartment>().FirstOrDefaultAsync(one => one.PlaceId == placeId, stop) is not { } compartment)
        {
            compartment = new() { Id = Guid.CreateVersion7(now), PlaceId = placeId, Conditions = "", Policy = said.Title, PolicyOn = said.On, OpenedAt = now, ClosedAt = now };
            db.Add(compartment);
        }

        (compartment.Policy, compartment.PolicyOn) = said;
        if (file is not null)
        {
            var before = compartment.PolicyFileId;
            var stored = await files.Add(file, placeId, placeId, byWhom, before, stop);
            if (!stored.Succeeded)
            {
                return stored.Problems[0];
            }

            compartment.PolicyFileId = stored.Value.Id;
            if (before is { } gone)
            {
                await files.Remove(gone, stop);
            }
        }

        return compartment;
    }

    private Result<(string Title, DateOnly On)> Read(Form form)
    {
        var problems = new List<Problem>();
        if (form.Title?.Trim() is not { Length: > 0 and <= Longest } title)
        {
            problems.Add(new("Title", "Enter the title of the policy, in at most 200 letters."));
            title = "";
        }

        var on = Trellis.Standards.Values.Read.Date(form.On);
        if (on.Value is not { } day || day > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            problems.Add(new("On", on.Value is null ? "Enter the day the policy was agreed, such as 27 3 2026." : "The policy’s date is in the future. Enter the day it was agreed."));
        }

        return problems.Count > 0 ? problems.ToArray() : (title, on.Value!.Value);
    }
}
