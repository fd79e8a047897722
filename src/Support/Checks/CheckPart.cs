using Trellis.Groups.Contract;
using Trellis.Platform.Audit;
using Trellis.Platform.Texts;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;
using Trellis.Support.Checks.Results;
using Trellis.Support.Checks.Talk;
using Trellis.Support.Relationship;

namespace Trellis.Support.Checks;

/// <summary>On the screen of a group's support: its last check by area, as far as the group opened it to whoever looks.</summary>
internal sealed class CheckPart(FindCheck find, KeepInstrument instruments, ReadSpread spreads, Trail trail, Texts t) : ISupportParts
{
    /// <param name="Latest">Null where there is none for them.</param>
    public sealed record Seen(OrganisationSummary Group, Assessment? Latest, IReadOnlyList<AreaResult> Areas);

    public int Order => 40;

    public async Task<SupportPart?> For(OrganisationSummary group, CancellationToken stop)
    {
        if (!find.MaySee(group))
        {
            return null;
        }

        var all = await find.All(group, stop);
        var latest = all.Count > 0 ? all[0] : null;
        IReadOnlyList<AreaResult> areas = [];
        if (latest is not null)
        {
            if (!find.IsOwn(group))
            {
                await trail.Read(nameof(Assessment), latest.Id, group.PlaceId, stop);
            }

            var instrument = await instruments.Read(latest.InstrumentId, stop);
            areas = [.. AreaResult.Of(instrument, await spreads.Handle(latest, instrument, stop)).Where(one => one.Tenths is not null)];
        }

        return new("health-check", t["Health check"], "/Support/Checks/_CheckPart.cshtml", new Seen(group, latest, areas));
    }
}
