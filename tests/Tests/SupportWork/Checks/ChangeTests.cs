using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;
using Trellis.Support.Checks.Results;
using Trellis.Support.Checks.Talk;
using Trellis.Support.Plans;
using Trellis.Support.Topics;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Checks;

/// <summary>A second check of the same version shows the change; another version is never set beside it.</summary>
public sealed class ChangeTests(Site site) : CheckScene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task Half_a_year_later_the_change_is_shown_on_items_answered_both_times_with_the_start_seen_from_today()
    {
        await Whole(await Lead(), "Started");
        site.Clock.Pass(TimeSpan.FromDays(180));
        var lead = await Lead();
        var check = await Begin(lead);
        var link = await Ask(lead, check, "Joan");
        var visitor = site.Visit();
        foreach (var item in FirstSteps.Items.Take(3))
        {
            var page = await visitor.Open($"{link}&item={item.Id}");
            Assert.Contains("And at the last check, as you see it now?", page.Text, StringComparison.Ordinal);
            Assert.Equal(302, (await Put(visitor, page, ("Form.Said", "InPlace"), ("Form.Then", "NotYet"))).Status);
        }

        await (await lead.Open(check)).Press("Close the answers and talk");
        foreach (var item in FirstSteps.Items.Take(3))
        {
            await Agree(lead, check, item, "In place");
        }

        var result = await lead.Open(Result(check));
        Assert.Equal(["Purpose and people served", "2", "2.0", "1.0"], result.Table("How people see the earlier check now")[0]);
        Assert.Equal(["Governing and legal", "1", "2.0", "1.0"], result.Table("How people see the earlier check now")[1]);
        Assert.Equal(2, result.Table("How people see the earlier check now").Count);
        Assert.Contains("From then to now", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("And at the last check", (await site.Visit().Open(await LinkOfAnotherGroup())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_is_not_compared_and_a_text_changed_under_its_version_is_refused()
    {
        var mini = ReadInstrument.From("mini.json", InstrumentTests.Mini).Value;
        var other = await site.With<KeepInstrument, Guid>(async keep => (await keep.Handle(mini, default)).Value);
        var changed = ReadInstrument.From("mini.json", InstrumentTests.Mini.Replace("Begun.", "Started.", StringComparison.Ordinal)).Value;
        var refused = await site.With<KeepInstrument, Result<Guid>>(keep => keep.Handle(changed, default));
        Assert.Equal("The text of this health check has changed since it was first used here, but its version has not. Ask whoever keeps its file to give it a new version.", refused.Problems.Single().Message);
        Assert.Equal(other, await site.With<KeepInstrument, Guid>(async keep => (await keep.Handle(mini, default)).Value));

        var now = site.Clock.GetUtcNow();
        await site.InDb(db =>
        {
            db.Add(new Assessment { Id = Guid.CreateVersion7(), PlaceId = Place.Id, OrganisationId = Group.Id, InstrumentId = other, StartedAt = now, FinishedAt = now, IsSample = false });
            return db.SaveChangesAsync();
        });
        var lead = await Lead();
        var check = await Whole(lead, "Started");
        var result = await lead.Open(Result(check));
        Assert.Contains("The two are not compared: a difference would come from the questions.", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("From then to now", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_is_the_difference_of_the_means_over_what_has_a_level_in_both()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var (before, now) = (Guessed(random), Guessed(random));
            foreach (var change in AreaChange.Of(FirstSteps, before, now))
            {
                var both = change.Area.Items.Select(item => (From: Level(before, item), To: Level(now, item))).Where(pair => pair is { From: not null, To: not null }).ToList();
                Assert.Equal(both.Count, change.Items);
                Assert.Equal((long)Math.Round(both.Average(pair => pair.From!.Value) * 10, MidpointRounding.AwayFromZero), change.From);
                Assert.Equal((long)Math.Round(both.Average(pair => pair.To!.Value) * 10, MidpointRounding.AwayFromZero), change.To);
            }

            var areas = AreaResult.Of(FirstSteps, now);
            Assert.Equal(areas.Select(one => one.Tenths ?? -1).OrderDescending(), areas.Select(one => one.Tenths ?? -1));
            Assert.Equal(FirstSteps.Items.Count, areas.Sum(one => one.Items.All));
        }

        static int? Level(IReadOnlyList<Spread> spreads, InstrumentItem item) => spreads.Single(one => one.Item == item).Agreed?.Said.Level();
    }

    [Fact]
    public async Task Weak_items_are_given_to_the_plan_only_for_those_who_may_read_the_check()
    {
        await Whole(await Lead(), "Not yet");
        var group = (await site.InDb(db => db.OrganisationAt(Place.Id, Group.Slug, default)))!;
        Assert.Empty(await Weak(Role.SupportWorker)); // it is open to nobody but the group
        await site.InDb(async db =>
        {
            var check = await db.Set<Assessment>().SingleAsync(one => one.OrganisationId == Group.Id);
            db.Add(new CheckConsent { Id = Guid.CreateVersion7(), PlaceId = Place.Id, AssessmentId = check.Id, Audience = Audience.Support, GivenAt = site.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        });
        Assert.Equal(12, (await Weak(Role.SupportWorker)).Count);
        var suggested = await site.With<IEnumerable<ISuggestActions>, IReadOnlyList<SuggestedAction>>(all => all.OfType<CheckSuggestions>().Single().For(group, default));
        var topics = await site.With<TopicTree, IReadOnlyList<Topic>>(tree => tree.All(Place.Id, default));
        Assert.All(suggested, one => Assert.Contains(topics, topic => topic.Key == one.TopicKey));
        Assert.Contains(suggested, one => one is { Criterion: "money-1", TopicKey: "money", Title: "The group’s own account" } && one.Why.StartsWith("In your health check: Not yet.", StringComparison.Ordinal));
        Assert.Empty(await Weak(Role.Viewer));

        Task<IReadOnlyList<(InstrumentItem, Said)>> Weak(Role role)
        {
            var now = site.Clock.GetUtcNow();
            var actor = new Actor(Guid.CreateVersion7(), "Ann", "ann@example.org", Guid.CreateVersion7(), now, [new(role, Place.Id)]);
            site.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { User = new(new ActorIdentity(actor)) };
            return site.With<WeakItems, IReadOnlyList<(InstrumentItem, Said)>>(weak => weak.Of(group, default));
        }
    }

    private async Task<string> LinkOfAnotherGroup()
    {
        var other = await site.OneGroup(Place);
        var fresh = await site.SignInAs(Role.Lead, other.Id, Place.Id, SomebodysMail());
        var begun = await (await fresh.Open($"/groups/{other.Slug}/begin-check")).Press("Begin", (FirstStepsLabel, "x"));
        return await Ask(fresh, begun.Response.Headers.Location!.ToString(), "Joan") + "&item=" + FirstSteps.Items[0].Id;
    }

    private static async Task<PageSeen> Put(Visitor visitor, PageSeen page, params (string Name, string Value)[] fields)
    {
        var form = page.Document.QuerySelector("#answer")!;
        using var content = new FormUrlEncodedContent([.. fields.Select(one => KeyValuePair.Create(one.Name, one.Value)), new("__RequestVerificationToken", form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        return await PageSeen.Read(visitor, await visitor.Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content));
    }

    private static IReadOnlyList<Spread> Guessed(Random random) =>
    [
        .. FirstSteps.Items.Select(item => new Spread(item, [], random.Next(8) is < 6 and var said
            ? new Agreed { Id = Guid.CreateVersion7(), PlaceId = default, AssessmentId = default, Item = item.Id, Said = (Said)said, Reason = "", AgreedAt = default }
            : null)),
    ];
}
