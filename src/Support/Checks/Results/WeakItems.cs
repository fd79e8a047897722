using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks.Results;

/// <summary>What a group may want to work on next: the items of its latest check with the lowest levels, as far as whoever asks may read it.</summary>
internal sealed class WeakItems(Db db, FindCheck find, KeepInstrument instruments)
{
    /// <summary>Lowest first, then in the instrument's order; only not yet and started.</summary>
    public async Task<IReadOnlyList<(InstrumentItem Item, Said Said)>> Of(OrganisationSummary group, CancellationToken stop)
    {
        if ((await find.All(group, stop)).FirstOrDefault(one => one.FinishedAt is not null) is not { } latest)
        {
            return [];
        }

        var instrument = await instruments.Read(latest.InstrumentId, stop);
        var weak = await db.Set<Agreed>().AsNoTracking().Where(one => one.AssessmentId == latest.Id && (one.Said == Said.NotYet || one.Said == Said.Started)).ToDictionaryAsync(one => one.Item, one => one.Said, stop);
        return [.. instrument.Items.Where(item => weak.ContainsKey(item.Id)).Select(item => (item, weak[item.Id])).OrderBy(one => one.Item2)];
    }
}
