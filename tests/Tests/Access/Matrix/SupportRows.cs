using Microsoft.EntityFrameworkCore;
using Trellis.Support.Log;
using Trellis.Support.Topics;
using static Trellis.Tests.Access.Matrix.Rows;
using HelpWay = Trellis.Support.Log.Way;

namespace Trellis.Tests.Access.Matrix;

/// <summary>How the ways into the help for groups are tried.</summary>
internal static class SupportRows
{
    public static readonly Row[] All =
    [
        .. EnquiryRows.All,
        .. ComingRows.All,
        OfGroup("GET /groups/{slug}/support", "/support", 200),
        One("GET /work/log", "/work/log"),
        Post("/work/log", 422),
        One("GET /work/my-groups", "/work/my-groups"),
        One("GET /work/caseload", "/work/caseload"),
        OfEntry("GET /work/log/{entry:guid}", "", 200),
        OfEntry("POST /work/log/{entry:guid}", "", 422),
        OfEntry("POST /work/log/{entry:guid}?handler=Remove", "?handler=Remove", 422),
    ];

    private static Row OfEntry(string way, string rest, int good) => new(way) { Good = [good], Before = KeepEntries, At = (world, _, whose) => whose == Whose.NextGroup ? null : $"/work/log/{Entry(world, whose)}{rest}" };

    /// <summary>One of each place, known by the place's own id turned round.</summary>
    private static Guid Entry(World world, Whose whose) => new([.. world.Place(whose).ToByteArray().Reverse()]);

    private static Task KeepEntries(World world) => world.Twins.Site.InDb(async db =>
    {
        foreach (var whose in new[] { Whose.Own, Whose.OtherPlace })
        {
            var id = Entry(world, whose);
            if (await db.Set<SupportEntry>().AnyAsync(one => one.Id == id))
            {
                continue;
            }

            var place = world.Place(whose);
            var topic = db.Add(new Topic { Id = Guid.CreateVersion7(), PlaceId = place, Key = "matrix", Name = "Matrix", Position = 900 }).Entity;
            await db.SaveChangesAsync();
            db.Add(new SupportEntry { Id = id, PlaceId = place, OnDay = new(2026, 8, 1), Minutes = 5, Way = Trellis.Support.Log.Way.Phone, TopicId = topic.Id, Done = "Rang", IsShared = false, WrittenAt = world.Twins.Site.Clock.GetUtcNow() });
            db.Add(new EntryGroup { EntryId = id, OrganisationId = world.Group(whose) });
            await db.SaveChangesAsync();
        }
    });
}
