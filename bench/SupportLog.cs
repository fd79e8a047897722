using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Support.Log;
using Trellis.Support.Topics;

namespace Trellis.Bench;

/// <summary>What an entry of the support log costs to save beside 20,000 others, and how soon reports have read them all.</summary>
internal static class SupportLog
{
    private const int Entries = 20_000;
    private const int Saved = 2_000;
    private const int Days = 730;

    public static async Task<int> Run(string[] args)
    {
        await using var app = await Bench.Site(Bench.Fresh("support"));
        Place place;
        Person worker;
        List<string> slugs;
        List<string> topics;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var services = scope.ServiceProvider;
            place = await Bench.Place(services);
            worker = (await services.GetRequiredService<BecomeSample>().Handle(place, "sian", default))!;
            slugs = await services.GetRequiredService<Db>().MadeUpGroups(place.Id).Select(group => group.Slug).ToListAsync();
            topics = [.. (await services.GetRequiredService<TopicTree>().Offered(place.Id, default)).Select(topic => topic.Id.ToString())];
            await Fill(services.GetRequiredService<Db>(), place, topics);
        }

        var times = new List<TimeSpan>(Saved);
        for (var entry = 0; entry < Saved; entry++)
        {
            times.Add(await Save(app.Services, place, worker, new()
            {
                Ticket = Guid.CreateVersion7(),
                Groups = [slugs[entry % slugs.Count]],
                Minutes = "12",
                Way = nameof(Way.Phone),
                Topic = topics[entry % topics.Count],
                Done = "Said how to claim Gift Aid",
                NextStep = "Call back",
                OnDay = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-(entry % 300)).ToString("yyyy-MM-dd"),
            }));
        }

        times.Sort();
        return Promises.Tell(args,
        [
            new("empty", "entry of the support log saved, in the server, p99", "ms", Bench.Percentile(times, 0.99).TotalMilliseconds, AtMost: 30),
            new("empty", "20,000 entries read for reports", "ms", await Read(app.Services, place), AtMost: 500),
        ]);
    }

    private static async Task<TimeSpan> Save(IServiceProvider services, Place place, Person worker, EntryForm form)
    {
        await using var scope = services.CreateAsyncScope();
        var save = scope.ServiceProvider.GetRequiredService<SaveEntry>();
        var start = Stopwatch.GetTimestamp();
        var done = await save.Add(place.Id, form, worker.Id, default);
        return done.Succeeded ? Stopwatch.GetElapsedTime(start) : throw new InvalidOperationException(done.Problems[0].Message);
    }

    private static async Task<double> Read(IServiceProvider services, Place place)
    {
        await using var scope = services.CreateAsyncScope();
        var records = scope.ServiceProvider.GetServices<IRecords>().Single(one => one.Kind == "support-entries");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await records.Read(place, today, today, default);
        var start = Stopwatch.GetTimestamp();
        var read = await records.Read(place, today.AddDays(-Days), today, default);
        return read.Count >= Entries ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : throw new InvalidOperationException("Entries are missing.");
    }

    private static async Task Fill(Db db, Place place, List<string> topics)
    {
        var groups = await db.MadeUpGroups(place.Id).Select(group => group.Id).ToListAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var connection = db.Database.GetDbConnection();
        var (ids, today) = (Enumerable.Range(0, Entries).Select(_ => Guid.CreateVersion7()).ToList(), DateOnly.FromDateTime(DateTime.UtcNow));
        var now = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture); // as SQLite keeps an instant
        await using (var rows = await Bulk.Into(connection, "support_entry", ["id", "place_id", "on_day", "minutes", "way", "topic_id", "done", "is_shared", "written_at", "version"], default))
        {
            for (var number = 0; number < Entries; number++)
            {
                rows.Add(ids[number], place.Id, today.AddDays(-(number % Days)), (number % 90) + 1, nameof(Way.Email), Guid.Parse(topics[number % topics.Count]), "Read a bid", false, now, 0);
            }

            await rows.Complete(default);
        }

        await using (var rows = await Bulk.Into(connection, "support_entry_group", ["entry_id", "organisation_id"], default))
        {
            for (var number = 0; number < Entries; number++)
            {
                rows.Add(ids[number], groups[number % groups.Count]);
            }

            await rows.Complete(default);
        }

        await transaction.CommitAsync();
    }
}
