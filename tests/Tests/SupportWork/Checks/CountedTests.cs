using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Measures;
using Trellis.Support.Checks.Above;
using Trellis.Support.Checks.Records;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Checks;

/// <summary>What reports are given of health checks.</summary>
public sealed class CountedTests(Site site) : CheckScene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task Reports_count_finished_checks_and_changes_of_five_groups_and_more_that_agreed_to_it_without_their_names()
    {
        var own = Place;
        var groups = new List<Guid>();
        for (var number = 0; number < 5; number++)
        {
            groups.Add((await site.OneGroup(own)).Id);
        }

        foreach (var group in groups.Take(4))
        {
            await site.Twice(own.Id, group);
        }

        var (first, last) = (Days.Of(site.Clock.GetUtcNow()).AddDays(-400), Days.Of(site.Clock.GetUtcNow()).AddDays(400));
        Assert.Empty(await Records("level-changes"));
        var fifth = await site.Twice(own.Id, groups[4]);
        var changes = await Records("level-changes");
        Assert.Equal(5, changes.Count);
        Assert.All(changes, one => Assert.Equal(("Money", "Up"), (one.Words["area"], one.Words["change"])));
        Assert.Equal(5, changes.Select(one => one.Id).Distinct().Count());
        Assert.Equal(changes.Select(one => one.Id), (await Records("level-changes")).Select(one => one.Id));
        var checks = await Records("assessments");
        Assert.Equal(10, checks.Count);
        Assert.Equal(5, checks.Count(one => one.Words["time"] == "Again"));
        Assert.Equal([], Firewall.Leaks("assessments", checks).Concat(Firewall.Leaks("level-changes", changes)));

        Assert.Equal(groups[4], (await Records("assessments")).Single(one => one.Id == fifth).Groups.Single());
        await Withdraw(Audience.Support);
        Assert.Empty((await Records("assessments")).Single(one => one.Id == fifth).Groups);
        Assert.Equal(5, (await Records("level-changes")).Count);
        await Withdraw(Audience.Statistics);
        Assert.Empty(await Records("level-changes"));
        Assert.DoesNotContain(await Records("assessments"), one => one.Id == fifth);

        Task<int> Withdraw(Audience from) =>
            site.InDb(db => db.Set<CheckConsent>().Where(one => one.AssessmentId == fifth && one.Audience == from).ExecuteUpdateAsync(one => one.SetProperty(given => given.WithdrawnAt, site.Clock.GetUtcNow())));

        Task<IReadOnlyList<CountedRecord>> Records(string kind) => site.With<IEnumerable<IRecords>, IReadOnlyList<CountedRecord>>(all => all.Single(one => one.Kind == kind).Read(own, first, last, default));
    }
}
