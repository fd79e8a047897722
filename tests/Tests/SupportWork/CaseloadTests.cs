using Trellis.Platform.Access;
using Trellis.Support.Log;
using Trellis.Support.Topics;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork;

/// <summary>From above a manager sees where the hours go, and never what a handful of groups had.</summary>
public sealed class CaseloadTests(Site site) : Scene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task Hours_are_counted_once_an_entry_and_fewer_than_five_groups_are_not_shown()
    {
        var manager = await site.SignInAs(Role.Manager, Place.Id, Place.Id);
        Assert.Contains("Nothing has been logged in this time.", (await manager.Open("/work/caseload")).Text, StringComparison.Ordinal);
        var groups = new List<Guid> { Group.Id };
        for (var more = 0; more < 4; more++)
        {
            groups.Add((await site.OneGroup(Place)).Id);
        }

        var topics = (await site.With<TopicTree, IReadOnlyList<Topic>>(tree => tree.All(Place.Id, default))).ToDictionary(topic => topic.Key, topic => topic.Id);
        await Log(topics["money-2"], 60, [.. groups]); // one hour for five groups is one hour
        await Log(topics["money"], 30, groups[0]);
        await Log(topics["people"], 45, [.. groups.Take(4)]);
        await At(topics["money"], 600, site.Clock.Now.AddYears(-1).AddDays(-3), groups[0]); // longer ago than a year
        var page = await manager.Open("/work/caseload");
        Assert.Equal([["Money", "5", "1 h 30 min"], ["People", "fewer than 5", "not shown"]], page.Table("By topic"));
        Assert.Equal([["Somebody who is here no longer", "5", "2 h 15 min"]], page.Table("By worker"));
        Assert.Equal([["Income not known", "5", "2 h 15 min"]], page.Table("By size of the group"));
        Assert.Equal([["Not known", "5", "2 h 15 min"]], page.Table("By deprivation of where the group is"));
        Assert.Equal(404, (await (await Worker()).Open("/work/caseload")).Status);

        async Task Log(Guid topic, int minutes, params Guid[] about) => await At(topic, minutes, site.Clock.Now, about);
        Task At(Guid topic, int minutes, DateTimeOffset at, params Guid[] about) => site.InDb(async db =>
        {
            var entry = db.Add(new SupportEntry { Id = Guid.CreateVersion7(), PlaceId = Place.Id, OnDay = DateOnly.FromDateTime(at.UtcDateTime), Minutes = minutes, Way = Way.Phone, TopicId = topic, Done = "Rang", IsShared = false, WrittenAt = at }).Entity;
            db.AddRange(about.Select(group => new EntryGroup { EntryId = entry.Id, OrganisationId = group }));
            await db.SaveChangesAsync();
        });
    }
}
