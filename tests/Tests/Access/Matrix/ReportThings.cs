using Trellis.Reports.Frameworks;
using Trellis.Reports.Indicators;
using Trellis.Reports.Returns;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access.Matrix;

/// <summary>A framework with a figure, and a return of it that was sent, whose one record is gone since.</summary>
internal sealed record ReportThings(Guid Framework, Guid Item, Guid Return)
{
    public static Task<ReportThings> Make(Site site, Guid place) => site.InDb(async db =>
    {
        var now = site.Clock.GetUtcNow();
        var framework = new Framework { Id = Guid.CreateVersion7(), PlaceId = place, Name = "Contract", Funder = "The council", Rhythm = Rhythm.Quarter, StartsOn = new(2025, 4, 1), DueDays = 28 };
        var item = new FrameworkItem { Id = Guid.CreateVersion7(), PlaceId = place, FrameworkId = framework.Id, Position = 1, Indicator = "groups-supported", Wording = "Groups", Unit = FigureUnit.Number, Breakdowns = "" };
        var made = new FunderReturn { Id = Guid.CreateVersion7(), PlaceId = place, FrameworkId = framework.Id, FirstDay = new(2025, 4, 1), LastDay = new(2025, 6, 30), MadeAt = now, SentAt = now };
        var gone = new BehindRecord("entry", Guid.CreateVersion7(), made.FirstDay, "Help", null, ["Sale Choir"], new Dictionary<string, string>(), new Dictionary<string, long>());
        var body = new ReturnBody("1", "Contract", "The council", made.FirstDay, made.LastDay) { Figures = [new(item.Id, item.Indicator, "Groups", "Each once.", FigureUnit.Number) { Value = 1, Groups = 1, Records = [0] }], Records = [gone] };
        db.Add(framework);
        db.Add(item);
        db.Add(made);
        db.Add(new Frozen { ReturnId = made.Id, PlaceId = place, SentAt = now, Body = body.Write() });
        await db.SaveChangesAsync();
        return new ReportThings(framework.Id, item.Id, made.Id);
    });
}
