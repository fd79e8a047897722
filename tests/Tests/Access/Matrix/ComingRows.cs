using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Support.Coming;
using static Trellis.Tests.Access.Matrix.Rows;

namespace Trellis.Tests.Access.Matrix;

/// <summary>How the ways to bring in the history of another system are tried.</summary>
internal static class ComingRows
{
    public static readonly Row[] All =
    [
        .. Pages("/work/bring-in", "/work/take-support"),
        One("GET /work/take-support?handler=All", "/work/take-support?handler=All"),
        Post("/work/bring-in", 422),
        OfArrival("GET /work/bring-in/{arrival:guid}", "", 200),
        OfArrival("GET /work/bring-in/{arrival:guid}/columns", "/columns", 200),
        OfArrival("POST /work/bring-in/{arrival:guid}/columns", "/columns", 302),
        OfArrival("POST /work/bring-in/{arrival:guid}?handler=Groups", "?handler=Groups", 302),
        OfArrival("POST /work/bring-in/{arrival:guid}?handler=Words", "?handler=Words", 302),
        OfArrival("POST /work/bring-in/{arrival:guid}?handler=Bring", "?handler=Bring", 422),
        OfArrival("POST /work/bring-in/{arrival:guid}?handler=Back", "?handler=Back", 422),
        OfArrival("POST /work/bring-in/{arrival:guid}?handler=Drop", "?handler=Drop", 302),
    ];

    private static Row OfArrival(string way, string rest, int good) => new(way) { Good = [good], Before = KeepArrivals, At = (world, _, whose) => whose == Whose.NextGroup ? null : $"/work/bring-in/{Id(world, whose)}{rest}" };

    /// <summary>One of each place, known by the place's own id turned round.</summary>
    private static Guid Id(World world, Whose whose) => new([.. world.Place(whose).ToByteArray().Reverse()]);

    private static Task KeepArrivals(World world) => world.Twins.Site.InDb(async db =>
    {
        foreach (var whose in new[] { Whose.Own, Whose.OtherPlace })
        {
            var id = Id(world, whose);
            if (await db.Set<Arrival>().AnyAsync(one => one.Id == id))
            {
                continue;
            }

            Waits(db, world.Place(whose), id, world.Twins.Site.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }
    });

    /// <summary>A file that waits, and names a group that nobody knows.</summary>
    internal static void Waits(Db db, Guid placeId, Guid id, DateTimeOffset now)
    {
        var said = new Choices { Columns = { ["date"] = HistoryField.Date, ["group"] = FileField.Group } };
        db.Add(new Arrival { Id = id, PlaceId = placeId, Kind = ArrivalKind.History, FileName = "history.csv", Sha256 = "", Choices = said.Write(), State = ArrivalState.Waiting, ArrivedAt = now });
        db.Add(new WaitingFile { ArrivalId = id, PlaceId = placeId, Content = "Date,Group\n1/8/2026,Nobody at all\n"u8.ToArray(), ArrivedAt = now });
    }
}
