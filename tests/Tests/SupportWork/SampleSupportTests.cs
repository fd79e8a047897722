using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Support.Enquiries;
using Trellis.Support.Log;
using Trellis.Support.Samples;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork;

/// <summary>The demo's two years of help are made up, say so in each text, and touch made-up groups alone.</summary>
public sealed class SampleSupportTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Made_up_help_is_on_made_up_groups_says_so_is_believable_and_is_made_once()
    {
        var place = await site.InDb(async db =>
        {
            var made = db.Add(new Place { Id = Guid.CreateVersion7(), Code = "E08000009", Name = "Demo", Slug = "demo", IsDemo = true }).Entity;
            await db.SaveChangesAsync();
            return made;
        });
        var tom = await site.With<BecomeSample, Person?>(become => become.Handle(place, "tom", default));
        Assert.NotNull(tom);
        var groups = await site.InDb(db => db.MadeUpGroups(place.Id).Select(group => group.Id).ToListAsync());
        var (entries, about) = (await site.All<SupportEntry>(), await site.All<EntryGroup>());
        Assert.InRange(entries.Count, 200, 400);
        Assert.Equal([], about.Select(one => one.OrganisationId).Except(groups));
        Assert.Equal(groups.Count, about.Select(one => one.OrganisationId).Distinct().Count());
        Assert.All(entries, entry => Assert.StartsWith(MakeSampleSupport.Mark, entry.Done, StringComparison.Ordinal));
        Assert.All(await site.All<Enquiry>(), one => Assert.StartsWith(MakeSampleSupport.Mark, one.Text, StringComparison.Ordinal));
        var today = DateOnly.FromDateTime(site.Clock.Now.UtcDateTime);
        Assert.All(entries, entry => Assert.InRange(entry.OnDay, today.AddYears(-2), today));
        Assert.True(entries.Min(entry => entry.OnDay) < today.AddDays(-600));
        Assert.All(entries.GroupBy(entry => (entry.WorkerId, entry.OnDay)), day => Assert.InRange(day.Sum(entry => entry.Minutes!.Value), 1, 480)); // nobody works round the clock
        Assert.Equal(Enum.GetValues<Way>(), entries.Select(entry => entry.Way).Distinct().Order());

        await site.With<BecomeSample, Person?>(become => become.Handle(place, "sian", default));
        await site.With<MakeSampleSupport, int>(async make =>
        {
            await make.Handle(place, default); // as after a failure half way
            return 0;
        });
        Assert.Equal(entries.Count, (await site.All<SupportEntry>()).Count);
    }
}
