using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Exchange.Bringing;
using Trellis.Platform.Sources;
using static Trellis.Tests.Access.Matrix.Rows;

namespace Trellis.Tests.Access.Matrix;

/// <summary>How the ways to bring a list in are tried.</summary>
internal static class ImportRows
{
    public static readonly Row[] All =
    [
        .. Pages("/work/imports"),
        Post("/work/imports", 422),
        Of("GET /work/imports/{import:guid}", "", "", 200),
        Of("GET /work/imports/{import:guid}/report.csv", "", "/report.csv", 200),
        Of("POST /work/imports/{import:guid}?handler=Back", "", "?handler=Back", 422), // nobody says why
        Of("GET /work/imports/waiting/{waiting:guid}", "waiting/", "", 200),
        Of("GET /work/imports/waiting/{waiting:guid}/report.csv", "waiting/", "/report.csv", 200),
        Of("POST /work/imports/waiting/{waiting:guid}", "waiting/", "", 302),
        Of("POST /work/imports/waiting/{waiting:guid}?handler=Bring", "waiting/", "?handler=Bring", 422), // an empty form is about no version of it
        Of("POST /work/imports/waiting/{waiting:guid}?handler=Remove", "waiting/", "?handler=Remove", 302),
    ];

    /// <summary>A list of one group, that waits.</summary>
    internal static void Waits(Db db, Guid placeId, Guid id, DateTimeOffset now)
    {
        var said = FileSaid.Of(SourceDetails.OwnFile("list.csv"));
        var looked = new LookedAt("group-list", null, [new("Name", "name", ["Nobody at all"]), new("Phone", null, [])], new(1, 1, 0, 0, 0, 0, 0, 0), 1, [Found(id)]);
        db.Add(new WaitingImport { Id = id, PlaceId = placeId, FileName = "list.csv", Said = said.Write(), Looked = looked.Write(), ArrivedAt = now, Version = 7 });
        db.Add(new WaitingContent { ImportId = id, Content = "Name,Phone\nNobody at all,\n"u8.ToArray(), ArrivedAt = now });
    }

    private static Finding Found(Guid import) => new() { Id = import, ImportId = import, Row = 2, Severity = Severity.Note, Wrong = "It is Monday", Done = "" };

    private static Row Of(string way, string before, string rest, int good) => new(way) { Good = [good], Before = Keep, At = (world, _, whose) => whose == Whose.NextGroup ? null : $"/work/imports/{before}{Id(world, whose)}{rest}" };

    /// <summary>One of each place, known by the place's own id turned round.</summary>
    private static Guid Id(World world, Whose whose) => new([.. world.Place(whose).ToByteArray().Reverse()]);

    private static Task Keep(World world) => world.Twins.Site.InDb(async db =>
    {
        foreach (var whose in new[] { Whose.Own, Whose.OtherPlace })
        {
            var (id, place, now) = (Id(world, whose), world.Place(whose), world.Twins.Site.Clock.GetUtcNow());
            if (!await db.Set<WaitingImport>().AnyAsync(one => one.Id == id))
            {
                Waits(db, place, id, now);
            }

            if (!await db.Set<Import>().AnyAsync(one => one.Id == id))
            {
                await CameIn(db, place, id, now);
            }

            await db.SaveChangesAsync();
        }
    });

    /// <summary>A list that came in, of which there is something to be said.</summary>
    internal static async Task CameIn(Db db, Guid place, Guid id, DateTimeOffset now)
    {
        db.Add(new Source { Id = id, PlaceId = place, Key = "own-came-in", Title = "A list", Publisher = "Us", Licence = "OGL v3.0", Attribution = "From us.", Format = "group-list", FileName = "list.csv", Sha256 = "", FetchedAt = now });
        await db.SaveChangesAsync();
        db.Add(new Import
        {
            Id = id,
            PlaceId = place,
            SourceId = id,
            Format = "group-list",
            FileName = "list.csv",
            Sha256 = "",
            StartedAt = now,
            FinishedAt = now,
            ByWhom = "",
            RowsIn = 0,
            New = 0,
            Updated = 0,
            Unchanged = 0,
            Waiting = 0,
            Refused = 0,
            Matched = 0,
            Gone = 0,
        });
        await db.SaveChangesAsync();
        db.Add(Found(id));
    }
}
