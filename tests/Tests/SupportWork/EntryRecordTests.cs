using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Support.Log;
using Trellis.Support.Topics;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork;

/// <summary>Reports read the support log whole: each entry once, with its groups and minutes where known.</summary>
public sealed class EntryRecordTests(Site site) : Scene(site)
{
    private const int Entries = 20_000;
    private static readonly DateOnly First = new(2024, 9, 1);
    private readonly Site site = site;

    [Fact]
    public async Task Twenty_thousand_entries_are_read_each_once()
    {
        var topics = await site.With<TopicTree, IReadOnlyList<Topic>>(tree => tree.All(Place.Id, default));
        var other = await site.OneGroup(Place);
        await Fill(topics, other.Id);
        await using var scope = site.Services.CreateAsyncScope();
        var records = scope.ServiceProvider.GetServices<IRecords>().Single(one => one.Kind == "support-entries");
        var all = await records.Read(Place, First, First.AddDays(729), default);
        Assert.Equal(Entries, all.Count);
        Assert.Equal(Entries, all.Select(one => one.Id).Distinct().Count());
        Assert.Equal(all.OrderBy(one => one.On).Select(one => one.On), all.Select(one => one.On));
        Assert.Equal(Enumerable.Range(0, Entries).Where(number => number % 10 != 0).Sum(number => (long)(number % 90) + 1), all.Sum(one => one.Numbers.GetValueOrDefault("minutes")));
        Assert.Equal(Entries / 10, all.Count(one => !one.Numbers.ContainsKey("minutes"))); // not known is not nought
        Assert.Equal((Entries + 6) / 7, all.Count(one => one.Groups.Count == 2));
        Assert.Equal(TopicTree.ToStartWith.Select(one => one.Name).Order(), all.Select(one => one.Words["topic"]).Distinct().Order());
        Assert.Equal((Entries / 730) + 1, (await records.Read(Place, First, First, default)).Count);
    }

    /// <summary>Every tenth without minutes, every seventh about two groups.</summary>
    private Task Fill(IReadOnlyList<Topic> topics, Guid other) => site.InDb(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var connection = db.Database.GetDbConnection();
        object now = db.Database.IsSqlite() ? site.Clock.Now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : site.Clock.Now.UtcDateTime; // as SQLite keeps an instant
        var ids = Enumerable.Range(0, Entries).Select(_ => Guid.CreateVersion7()).ToList();
        await using (var rows = await Bulk.Into(connection, "support_entry", ["id", "place_id", "on_day", "minutes", "way", "topic_id", "done", "is_shared", "written_at", "version"], default))
        {
            for (var number = 0; number < Entries; number++)
            {
                rows.Add(ids[number], Place.Id, First.AddDays(number % 730), number % 10 == 0 ? null : (number % 90) + 1, nameof(Way.Phone), topics[number % topics.Count].Id, "Rang", false, site.Clock.GetUtcNow().UtcDateTime, 0);
            }

            await rows.Complete(default);
        }

        await using (var rows = await Bulk.Into(connection, "support_entry_group", ["entry_id", "organisation_id"], default))
        {
            for (var number = 0; number < Entries; number++)
            {
                rows.Add(ids[number], Group.Id);
                if (number % 7 == 0)
                {
                    rows.Add(ids[number], other);
                }
            }

            await rows.Complete(default);
        }

        await transaction.CommitAsync();
    });
}
