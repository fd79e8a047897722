using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Support.Checks.Records;
using Trellis.Support.Checks.Samples;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Checks;

/// <summary>The demo's health checks are of made-up groups alone, and each says that it is made up.</summary>
public sealed class SampleCheckTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Made_up_groups_have_made_up_checks_and_no_real_one_has()
    {
        var place = await site.InDb(async db =>
        {
            var made = db.Add(new Place { Id = Guid.CreateVersion7(), Code = "E08000009", Name = "Demo", Slug = "demo", IsDemo = true }).Entity;
            await db.SaveChangesAsync();
            db.Add(new Area { Id = Guid.CreateVersion7(), PlaceId = made.Id, Kind = AreaKind.Ward, Code = "E05000001", Name = "Ward", Slug = "ward" });
            await db.SaveChangesAsync();
            return made;
        });
        await site.OneGroup(place);
        await site.With<BecomeSample, Person?>(become => become.Handle(place, "sian", default));
        var groups = await site.InDb(db => db.MadeUpGroups(place.Id).Select(one => one.Id).ToListAsync());
        var checks = await site.All<Assessment>();
        Assert.NotEmpty(checks);
        Assert.All(checks, one => Assert.True(one.IsSample && groups.Contains(one.OrganisationId) && one.FinishedAt <= site.Clock.GetUtcNow()));
        Assert.True(checks.Count(one => one.BeforeId is not null) >= 5);
        Assert.Contains(groups, group => checks.TrueForAll(one => one.OrganisationId != group));
        Assert.All(checks.Where(one => one.BeforeId is not null), one => Assert.True(checks.Single(before => before.Id == one.BeforeId).FinishedAt < one.FinishedAt));
        Assert.All(await site.All<Respondent>(), one => Assert.Contains("(made up)", one.Name, StringComparison.Ordinal));

        var (first, last) = (new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
        Assert.NotEmpty(await site.With<IEnumerable<IRecords>, IReadOnlyList<CountedRecord>>(all => all.Single(one => one.Kind == "level-changes").Read(place, first, last, default)));
        await site.With<SampleChecks, int>(async again =>
        {
            await again.Handle(place, default);
            return 0;
        });
        Assert.Equal(checks.Count, (await site.All<Assessment>()).Count);
    }
}
