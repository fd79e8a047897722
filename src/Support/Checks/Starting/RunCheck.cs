using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks.Starting;

/// <summary>Takes a check from one stage to the next: answering, talking, finished.</summary>
internal sealed class RunCheck(Db db, TimeProvider clock)
{
    /// <summary>How far each of those asked has come; not what they said.</summary>
    public sealed record Progress(Respondent Respondent, int Answered);

    public async Task<IReadOnlyList<Progress>> Asked(Guid assessment, CancellationToken stop) =>
        [.. (await db.Set<Respondent>().AsNoTracking().Where(one => one.AssessmentId == assessment).OrderBy(one => one.AskedAt)
            .Select(one => new { one, Count = db.Set<Answer>().Count(answer => answer.RespondentId == one.Id && answer.Said != null) }).ToListAsync(stop)).Select(row => new Progress(row.one, row.Count))];

    public async Task<Result<bool>> CloseAnswers(Assessment assessment, CancellationToken stop)
    {
        if (!await db.Set<Answer>().AnyAsync(answer => answer.Said != null && db.Set<Respondent>().Any(one => one.Id == answer.RespondentId && one.AssessmentId == assessment.Id), stop))
        {
            return new Problem("", "Nobody has answered anything yet. Ask somebody, or answer yourself, before you close.");
        }

        assessment.AnswersClosedAt ??= clock.GetUtcNow();
        return await Save(stop);
    }

    public async Task<Result<bool>> Finish(Assessment assessment, CancellationToken stop)
    {
        if (assessment.AnswersClosedAt is null || !await db.Set<Agreed>().AnyAsync(one => one.AssessmentId == assessment.Id, stop))
        {
            return new Problem("", "Nothing is agreed yet. Talk through at least one item, then finish.");
        }

        assessment.FinishedAt ??= clock.GetUtcNow();
        return await Save(stop);
    }

    private async Task<Result<bool>> Save(CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return true; // somebody else pressed the same button in this moment
        }
    }
}
