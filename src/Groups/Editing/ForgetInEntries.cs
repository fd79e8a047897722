using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Intake;
using Trellis.Groups.Merging;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Privacy;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Editing;

/// <summary>
/// Takes an erased person's address and name out of what groups and workers said here: a treasurer's own address as the group's, a name in its purpose.
/// What a register publishes stays as it publishes it, since the next import would bring it back: that has to be asked of the register. A group that bears
/// somebody's name keeps its name.
/// </summary>
internal sealed class ForgetInEntries(Db db, Change change, Database database) : IForget
{
    private const string Gone = "[erased]";
    private const int ShortestName = 5; // "Ann" is in too many words that are not hers

    public async Task Forget(string email, string name, Guid? placeId, CancellationToken stop)
    {
        var text = name.Trim().Length >= ShortestName && name.Contains(' ', StringComparison.Ordinal) ? name.Trim() : null;
        var (address, named) = (Json(email), text is null ? null : Json(text)); // a plus sign, an accent are written otherwise in what is kept
        var said = await (
            from record in db.Set<SourceRecord>()
            join source in db.Set<Source>() on record.SourceId equals source.Id
            where (source.Format == Tellers.ByGroup || source.Format == Tellers.ByWorker) && (placeId == null || source.PlaceId == placeId)
            select new { record.Id, source.PlaceId, record.Said }).ToListAsync(stop); // what people typed here is little beside the registers
        var found = said.Where(one => one.Said.Contains(address, StringComparison.OrdinalIgnoreCase) || (named is not null && one.Said.Contains(named, StringComparison.Ordinal)));
        foreach (var place in found.GroupBy(one => one.PlaceId, one => one.Id))
        {
            await change.Do<bool>(place.Key, desk => Forget(desk, [.. place], email, text, stop), stop);
        }

        database.ForgetKept(); // an index of the entries has their words
    }

    private static async Task<Result<bool>> Forget(Change.Desk desk, List<Guid> records, string email, string? name, CancellationToken stop)
    {
        var organisations = new HashSet<Guid>();
        foreach (var record in await desk.Db.Set<SourceRecord>().Where(one => records.Contains(one.Id)).ToListAsync(stop))
        {
            record.Said = Without(Statement.FromJson(record.Said), email, name).ToJson();
            record.Content = RecordRows.ContentOf(record.Said, record.Raw);
            if (record.OrganisationId is { } organisation && organisations.Add(organisation))
            {
                desk.Deeds.Add(new(nameof(Organisation), organisation, desk.PlaceId, DeedKind.Changed, ["Erased"]));
            }
        }

        await desk.Db.SaveChangesAsync(stop);
        await Change.Compose(desk, organisations, stop);
        return true;
    }

    /// <summary>An address that was the group's is one no more; in prose a mark stands where it was.</summary>
    internal static Statement Without(Statement said, string email, string? name)
    {
        return said with
        {
            Purpose = Clean(said.Purpose),
            Helps = Clean(said.Helps),
            Contact = Clean(said.Contact),
            Languages = Clean(said.Languages),
            Accessibility = Clean(said.Accessibility),
            Address = Clean(said.Address),
            Website = Clean(said.Website) == said.Website ? said.Website : null,
            Email = string.Equals(said.Email, email, StringComparison.OrdinalIgnoreCase) ? null : said.Email,
            Spoken = said.Spoken is { } spoken ? spoken with { Pins = [.. spoken.Pins.Select(pin => pin with { Said = Without(pin.Said, email, name), Reason = Clean(pin.Reason)! })] } : null,
        };

        string? Clean(string? text)
        {
            var without = text?.Replace(email, Gone, StringComparison.OrdinalIgnoreCase);
            return name is null ? without : without?.Replace(name, Gone, StringComparison.Ordinal);
        }
    }

    /// <summary>As it is written in what is kept.</summary>
    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text)[1..^1];
}
