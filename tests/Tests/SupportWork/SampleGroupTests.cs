using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork;

/// <summary>The demo's made-up groups say so in their names, and are there once somebody plays, not before.</summary>
public sealed class SampleGroupTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task They_are_made_when_the_first_sample_person_comes_and_never_twice_nor_in_a_real_place()
    {
        var place = await site.InDb(async db =>
        {
            var made = db.Add(new Place { Id = Guid.CreateVersion7(), Code = "E08000009", Name = "Demo", Slug = "demo", IsDemo = true }).Entity;
            await db.SaveChangesAsync();
            db.AddRange(Enumerable.Range(1, 3).Select(number => new Area { Id = Guid.CreateVersion7(), PlaceId = made.Id, Kind = AreaKind.Ward, Code = $"E0500000{number}", Name = "Ward " + number, Slug = "ward-" + number }));
            await db.SaveChangesAsync();
            return made;
        });
        Assert.Empty(await Groups(place));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.With<BecomeSample, Person?>(become => become.Handle(place, "sian", default))).Concat([site.With<BecomeSample, Person?>(become => become.Handle(place, "david", default))]).Select(async one =>
        {
            try
            {
                await one;
            }
            catch (DbUpdateException)
            {
                // two made the same person at one moment: the second tries again, as a visitor would
            }
        }));
        var groups = await Groups(place);
        Assert.Equal(24, groups.Count);
        Assert.All(groups, group => Assert.EndsWith(SampleGroups.Mark, group.Name, StringComparison.Ordinal));
        Assert.Equal(3, groups.Select(group => group.WardCode).Distinct().Count());
        Assert.True(groups.Select(group => group.Cause).Distinct().Count() >= 12);
        Assert.All(groups, group => Assert.NotEqual(group.Cause, CauseTitles.Of(group.Cause!)));
        Assert.Equal([SizeBand.Unknown, SizeBand.Micro, SizeBand.Small, SizeBand.Medium, SizeBand.Large], groups.Select(group => group.SizeBand).Distinct().Order());
    }

    private Task<List<OrganisationSummary>> Groups(Place place) => site.InDb(db => db.MadeUpGroups(place.Id).ToListAsync());
}
