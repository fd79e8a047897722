using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks.Talk;

/// <summary>What people said of one item, without their names, and what was agreed.</summary>
internal sealed record Spread(InstrumentItem Item, IReadOnlyList<Answer> Answers, Agreed? Agreed)
{
    public IReadOnlyList<int> Levels => [.. Answers.Select(one => one.Said?.Level()).OfType<int>().Order()];

    public int Count(Said said) => Answers.Count(one => one.Said == said);

    /// <summary>Steps between the lowest and the highest view: what to talk about first.</summary>
    public int Width => Levels.Count == 0 ? 0 : Levels[^1] - Levels[0];

    public IEnumerable<string> Reasons => Answers.Select(one => one.Why).OfType<string>().Order(StringComparer.CurrentCulture);

    /// <summary>As people see the earlier check now, in tenths of a level; null where nobody looked back.</summary>
    public long? ThenTenths => Answers.Select(one => one.ThenSaid?.Level()).OfType<int>().ToList() is { Count: > 0 } then ? (long)Math.Round(10 * then.Average(), MidpointRounding.AwayFromZero) : null;
}

internal sealed class ReadSpread(Db db)
{
    /// <summary>Every item in the instrument's order; no answer is given out before the answers are closed.</summary>
    public async Task<IReadOnlyList<Spread>> Handle(Assessment assessment, Instrument instrument, CancellationToken stop)
    {
        var answers = assessment.AnswersClosedAt is null ? [] : await db.Set<Answer>().AsNoTracking()
            .Where(one => one.Said != null && db.Set<Respondent>().Any(who => who.Id == one.RespondentId && who.AssessmentId == assessment.Id)).ToListAsync(stop);
        var agreed = await db.Set<Agreed>().AsNoTracking().Where(one => one.AssessmentId == assessment.Id).ToDictionaryAsync(one => one.Item, stop);
        var byItem = answers.ToLookup(one => one.Item);
        return [.. instrument.Items.Select(item => new Spread(item, [.. byItem[item.Id]], agreed.GetValueOrDefault(item.Id)))];
    }
}
