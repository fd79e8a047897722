using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Editing;
using Trellis.Groups.Intake;
using Trellis.Groups.Merging;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.Groups.People;

/// <summary>Makes up two dozen groups for the demo's people to work with: of several causes and sizes, in all parts of the place.</summary>
internal sealed class MakeSampleGroups(Db db, Change change)
{
    internal const string KeyStem = "sample-group-";
    private const string NotThere = "This group does not exist. It is here so that you can try what workers and groups do, without touching a real one.";

    /// <summary>Name, cause, income of a year in pounds (0 where nobody knows), name of earlier days.</summary>
    private static readonly (string Name, string Cause, int Income, string? Before)[] Groups =
    [
        ("Lantern Lunch Club", "G15", 8_400, "Tuesday Table"), ("Kingfisher Allotments", "A22", 2_100, null), ("Open Door Parents", "D14", 41_000, "Mums and Tots"),
        ("Brass and Beyond Band", "A11", 6_700, null), ("Second Saddle Cycles", "E12", 88_000, "Bike Kitchen"), ("Willow Walk Carers", "D10", 132_000, null),
        ("The Repair Table", "E12", 0, null), ("New Start Welcome", "D34", 64_000, "Friends of Newcomers"), ("Rainbow Playbarn", "B11", 27_000, null),
        ("Meadow Minibus", "F20", 210_000, "Dial a Lift"), ("Canalside Green Team", "E11", 4_300, null), ("Thursday Singers", "A11", 900, null),
        ("Bridge Youth Project", "B32", 156_000, null), ("Steady Steps", "C11", 18_500, "Falls Group"), ("Warm Welcome Hub", "D33", 0, null),
        ("Tide Boxing Club", "A21", 33_000, null), ("Signing Together", "D13", 12_000, null), ("Orchard Food Share", "D31", 73_000, "Orchard Food Bank"),
        ("Silver Screen Social", "G15", 1_500, null), ("Fair Rent Friends", "G11", 1_240_000, null), ("Mind the Gap Peers", "C40", 52_000, null),
        ("Old School Hall Trust", "F20", 96_000, "Hall Committee"), ("Junior Journalists", "B32", 5_800, null), ("Good Grief Circle", "C11", 0, null),
    ];

    public async Task Handle(Place place, CancellationToken stop)
    {
        if (!place.IsDemo || await db.MadeUpGroups(place.Id).AnyAsync(stop))
        {
            return;
        }

        var wards = await db.Set<Area>().Where(area => area.PlaceId == place.Id && area.Kind == AreaKind.Ward).OrderBy(area => area.Code).Select(area => area.Code).ToListAsync(stop);
        await change.Do<int>(place.Id, desk => Make(desk, wards, stop), stop);
    }

    private static async Task<Result<int>> Make(Change.Desk desk, List<string> wards, CancellationToken stop)
    {
        var source = await OwnWords.SourceOf(desk, Authority.Worker, stop);
        var made = new List<(Guid, string, Composed)>();
        foreach (var (sample, number) in Groups.Select((sample, number) => (sample, number)))
        {
            var id = Guid.CreateVersion7(desk.Now.AddMilliseconds(number)); // in this order
            var said = Say(sample.Name, sample.Cause, sample.Income, sample.Before, desk.Today) with { WardCode = wards.Count > 0 ? wards[number * 5 % wards.Count] : null };
            var record = OwnWords.New(desk, source, id, $"{KeyStem}{number + 1:00}");
            record.Said = said.ToJson();
            record.Content = RecordRows.ContentOf(record.Said, record.Raw);
            desk.Db.Add(record);
            var slug = await Slugs.GiveOne(desk.Connection, desk.PlaceId, said.Name!, stop);
            made.Add((id, slug, Compose.From([new(record.Id, said, new(source, Tellers.ByWorker, "", null, Authority.Worker))])));
        }

        var rows = new OrganisationRows(desk.Connection, desk.PlaceId, await Postcodes.Load(desk.Connection, desk.PlaceId, stop), desk.Now);
        await rows.Add(made, (_, _) => true, desk.Stamp, stop);
        return made.Count;
    }

    private static Statement Say(string name, string cause, int income, string? before, DateOnly today) => new()
    {
        Name = $"{name} {SampleGroups.Mark}",
        OtherNames = before is null ? [] : [new($"{before} {SampleGroups.Mark}", NameKind.Former)],
        Cause = cause,
        Purpose = NotThere,
        IncomePence = income == 0 ? null : income * 100L,
        IncomeYear = income == 0 ? null : today.Year - 1,
        Contact = "Nobody: it is made up",
    };
}
