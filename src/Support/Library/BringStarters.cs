using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Support.Topics;

namespace Trellis.Support.Library;

/// <summary>Brings the set of links to start with into the library of a place: those that are not there yet.</summary>
internal sealed class BringStarters(Db db, TopicTree topics, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };
    private static readonly Lazy<Set> Known = new(Read);

    /// <summary>One of the set.</summary>
    public sealed record Starter(string Key, ResourceKind Kind, string Title, string Summary, string Url, string Topic, Stage Stage);

    private sealed record Set(DateOnly CheckedOn, IReadOnlyList<Starter> Links);

    public static IReadOnlyList<Starter> All => Known.Value.Links;

    /// <summary>When the set was put together. Each link is due to be read by the place from that day on.</summary>
    public static DateOnly CheckedOn => Known.Value.CheckedOn;

    public async Task<int> Handle(Guid placeId, CancellationToken stop)
    {
        var tree = await topics.All(placeId, stop);
        var there = await db.Resources(placeId).Where(one => one.Key != null).Select(one => one.Key!).ToListAsync(stop);
        var missing = All.Where(one => !there.Contains(one.Key)).ToList();
        foreach (var one in missing)
        {
            var topic = tree.FirstOrDefault(topic => topic.Key == one.Topic) ?? tree.First(topic => one.Topic.StartsWith(topic.Key, StringComparison.Ordinal));
            var said = new ResourceForm.Said(one.Kind, one.Title, one.Summary, one.Url, topic.Id, null, one.Stage, CheckedOn);
            db.Add(KeepResource.Make(Guid.CreateVersion7(clock.GetUtcNow()), placeId, one.Key, said, CheckedOn));
        }

        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear(); // somebody else brought them in at this moment
        }

        return missing.Count;
    }

    private static Set Read()
    {
        using var file = typeof(BringStarters).Assembly.GetManifestResourceStream("Trellis.Support.Library.starter.json")!;
        return JsonSerializer.Deserialize<Set>(file, Reading)!;
    }
}
