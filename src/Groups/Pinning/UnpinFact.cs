using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Intake;
using Trellis.Groups.Merging;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Audit;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Pinning;

/// <summary>Lets the order of authority choose again what is shown in a field of a group.</summary>
internal sealed class UnpinFact(Change change)
{
    public Task<Result<bool>> Handle(Guid placeId, Guid organisation, Field field, CancellationToken stop) => change.Do<bool>(
        placeId,
        async desk =>
        {
            if (!await Take(desk, organisation, field, stop))
            {
                return false;
            }

            await Change.Compose(desk, [organisation], stop);
            desk.Deeds.Add(new(nameof(Organisation), organisation, desk.PlaceId, DeedKind.Changed, [field.ToString(), "Pins"]));
            return true;
        },
        stop);

    /// <summary>Takes the pin out of what the workers say; false where there is none. A group that was two has two records of theirs.</summary>
    internal static async Task<bool> Take(Change.Desk desk, Guid organisation, Field field, CancellationToken stop)
    {
        var records = await (
            from record in desk.Db.Set<SourceRecord>()
            join source in desk.Db.Sources(desk.PlaceId) on record.SourceId equals source.Id
            where record.OrganisationId == organisation && source.Format == Tellers.ByWorker
            select record).ToListAsync(stop);
        var any = false;
        foreach (var record in records)
        {
            if (Statement.FromJson(record.Said) is { Spoken: { } spoken } own && spoken.Pins.Any(pin => pin.Field == field))
            {
                record.Said = (own with { Spoken = spoken with { Pins = [.. spoken.Pins.Where(pin => pin.Field != field)] } }).ToJson();
                record.Content = RecordRows.ContentOf(record.Said, record.Raw);
                any = true;
            }
        }

        await desk.Db.SaveChangesAsync(stop);
        return any;
    }
}
