using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;
using Trellis.Support.Checks.Talk;

namespace Trellis.Support.Checks.Results;

/// <summary>What came out of a check, and what changed since the one before where both are of the same version.</summary>
/// <param name="People">How many answered.</param>
/// <param name="Before">The check it is compared with; null for a first one.</param>
/// <param name="NotCompared">Why there is no comparison though there was an earlier check.</param>
internal sealed record CheckResult(IReadOnlyList<AreaResult> Areas, int People, Assessment? Before, IReadOnlyList<AreaChange> Changes, string? NotCompared);

internal sealed class ReadResult(Db db, ReadSpread spreads)
{
    /// <param name="mayReadBefore">Whether this reader may also see the earlier check.</param>
    public async Task<CheckResult> Handle(Assessment assessment, Instrument instrument, Func<Assessment, Task<bool>> mayReadBefore, CancellationToken stop)
    {
        var now = await spreads.Handle(assessment, instrument, stop);
        var people = assessment.AnswersClosedAt is null ? 0 : now.SelectMany(one => one.Answers).Select(one => one.RespondentId).Distinct().Count();
        var areas = AreaResult.Of(instrument, now);
        var before = assessment.BeforeId is { } id ? await db.Assessments(assessment.PlaceId).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) : null;
        if (before is null)
        {
            return new(areas, people, null, [], null);
        }

        if (before.InstrumentId != assessment.InstrumentId)
        {
            return new(areas, people, before, [], "The earlier check asked other questions, or another version of them. The two are not compared: a difference would come from the questions.");
        }

        return await mayReadBefore(before)
            ? new(areas, people, before, AreaChange.Of(instrument, await spreads.Handle(before, instrument, stop), now), null)
            : new(areas, people, null, [], "There was an earlier check, but the group did not open it to you. So no change is shown.");
    }
}
