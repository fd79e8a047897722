using Trellis.Support.Checks.Above;
using Trellis.Support.Log;
using Trellis.Support.Topics;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Checks;

/// <summary>Hours of help beside change, seen from above.</summary>
public sealed class DoseTests(Site site) : CheckScene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task A_manager_sees_hours_of_help_beside_change_from_five_groups_on_with_a_warning()
    {
        var page = await (await Manager()).Open("/work/dose-and-change");
        Assert.Contains("This is not cause and effect.", page.Text, StringComparison.Ordinal);
        var before = page.Text.Contains("Nothing is shown before there are five.", StringComparison.Ordinal);
        for (var number = 0; number < 6; number++)
        {
            var group = (await site.OneGroup(Place)).Id;
            await site.Twice(Place.Id, group);
            await Help(group, number < 5 ? 120 : 300);
        }

        page = await (await Manager()).Open("/work/dose-and-change");
        Assert.True(before);
        Assert.Equal(["Less than 5 hours", "5", "2.0"], page.Table("Groups by hours of help")[1]);
        Assert.Equal(["5 to 20 hours", "fewer than five", "not shown"], page.Table("Groups by hours of help")[2]);
        Assert.Equal(["Money", "6", "6"], page.Table("Groups that moved up a level").Single());
    }

    private async Task Help(Guid group, int minutes)
    {
        var topic = (await site.With<TopicTree, IReadOnlyList<Topic>>(tree => tree.All(Place.Id, default)))[0].Id;
        var now = site.Clock.GetUtcNow();
        await site.InDb(db =>
        {
            var entry = db.Add(new SupportEntry { Id = Guid.CreateVersion7(), PlaceId = Place.Id, OnDay = Days.Of(now).AddDays(-10), Minutes = minutes, Way = Way.Phone, TopicId = topic, Done = "Rang", IsShared = false, WrittenAt = now }).Entity;
            db.Add(new EntryGroup { EntryId = entry.Id, OrganisationId = group });
            return db.SaveChangesAsync();
        });
    }
}
