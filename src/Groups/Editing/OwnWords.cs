using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Intake;
using Trellis.Groups.Merging;
using Trellis.Groups.Record;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Editing;

/// <summary>What people say of a group, kept as a source record beside those of the registers: one of the group's own, one of the place's workers.</summary>
internal static class OwnWords
{
    /// <summary>Lets the group or a worker say something else than before, and composes the group anew.</summary>
    public static async Task Change(Change.Desk desk, Authority voice, Guid organisation, Func<Statement, Statement> say, CancellationToken stop)
    {
        var source = await SourceOf(desk, voice, stop);
        var record = await desk.Db.Set<SourceRecord>().Where(one => one.SourceId == source && one.OrganisationId == organisation).OrderByDescending(one => one.Id).FirstOrDefaultAsync(stop)
            ?? desk.Db.Add(New(desk, source, organisation)).Entity;
        record.Said = say(Statement.FromJson(record.Said)).ToJson();
        record.Content = RecordRows.ContentOf(record.Said, record.Raw);
        record.GoneOn = null;
        await desk.Db.SaveChangesAsync(stop);
        await Merging.Change.Compose(desk, [organisation], stop);
    }

    /// <param name="key">What tells it apart in its source.</param>
    internal static SourceRecord New(Change.Desk desk, Guid source, Guid organisation, string? key = null)
    {
        var id = Guid.CreateVersion7(desk.Now);
        return new()
        {
            Id = id,
            SourceId = source,
            Key = key ?? id.ToString("n"),
            OrganisationId = organisation,
            Said = new Statement().ToJson(),
            Raw = "{}",
            Row = 0,
            Content = 0,
            FirstImportId = Guid.Empty, // nobody's file
            LastImportId = Guid.Empty,
        };
    }

    internal static async Task<Guid> SourceOf(Change.Desk desk, Authority voice, CancellationToken stop)
    {
        var (format, title, publisher) = voice == Authority.Group
            ? (Tellers.ByGroup, "Confirmed by the group", "The groups of the place")
            : (Tellers.ByWorker, "Entered by a worker", "The place's support workers");
        var known = await desk.Db.Sources(desk.PlaceId).Where(source => source.Format == format).Select(source => source.Id).FirstOrDefaultAsync(stop);
        if (known != Guid.Empty)
        {
            return known;
        }

        var source = desk.Db.Add(new Source
        {
            Id = Guid.CreateVersion7(desk.Now),
            PlaceId = desk.PlaceId,
            Key = format,
            Title = title,
            Publisher = publisher,
            Licence = "Not stated",
            Attribution = voice == Authority.Group ? "Said by the groups themselves, on this site." : "Entered by the place's support workers, on this site.",
            Format = format,
            FileName = "this site",
            Sha256 = "",
            FetchedAt = desk.Now,
        }).Entity;
        await desk.Db.SaveChangesAsync(stop); // before the record that points to it
        return source.Id;
    }
}
