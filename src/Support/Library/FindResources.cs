using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Support.Plans;
using Trellis.Support.Topics;

namespace Trellis.Support.Library;

/// <summary>The library of the place, as it is searched and shown.</summary>
internal sealed class FindResources(Db db, TopicTree topics)
{
    private const int MostWords = 8;

    /// <param name="Topic">Its name, with the one it is part of.</param>
    /// <param name="File">What can be downloaded; null where it is a link alone.</param>
    /// <param name="Link">How its link was found; null where nobody has looked.</param>
    public sealed record Line(Resource Resource, string Topic, Guid FirstTopic, StoredFile? File, Link? Link, int Uses);

    /// <summary>Those that are offered, by topic and title.</summary>
    /// <param name="words">Each must stand in the title, the summary or the topic.</param>
    /// <param name="topicKey">Of a topic of the first level or within; null for all.</param>
    public async Task<IReadOnlyList<Line>> Handle(Guid placeId, string? words, string? topicKey, CancellationToken stop)
    {
        var asked = Typed.Line(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToArray();
        var topic = string.IsNullOrEmpty(topicKey) ? null : (await topics.All(placeId, stop)).FirstOrDefault(one => one.Key == topicKey);
        return [.. (await All(placeId, stop)).Where(line => line.Resource.RetiredAt is null
            && (topic is null || line.Resource.TopicId == topic.Id || line.FirstTopic == topic.Id)
            && asked.All(word => Has(line, word)))];
    }

    /// <summary>All of them, the retired ones last.</summary>
    public async Task<IReadOnlyList<Line>> All(Guid placeId, CancellationToken stop)
    {
        var tree = await topics.All(placeId, stop);
        var names = TopicChoices.Of(tree).ToDictionary(one => one.Value, one => one.Label);
        var firsts = tree.ToDictionary(topic => topic.Id, topic => topic.ParentId ?? topic.Id);
        var order = tree.Select((topic, number) => (topic.Id, number)).ToDictionary(one => one.Id, one => one.number);
        var rows = await (
            from resource in db.Resources(placeId).AsNoTracking()
            join file in db.Set<StoredFile>().AsNoTracking() on resource.FileId equals file.Id into found
            from file in found.DefaultIfEmpty()
            join link in db.Set<Link>().AsNoTracking() on resource.Id equals link.ResourceId into looked
            from link in looked.DefaultIfEmpty()
            select new { resource, file, link, uses = db.Set<ActionResource>().Count(use => use.ResourceId == resource.Id) }).ToListAsync(stop);
        return [.. rows.Select(row => new Line(row.resource, names[row.resource.TopicId.ToString()], firsts[row.resource.TopicId], row.file, row.link?.Url == row.resource.Url ? row.link : null, row.uses))
            .OrderBy(line => line.Resource.RetiredAt is not null).ThenBy(line => order[line.Resource.TopicId]).ThenBy(line => line.Resource.Title, StringComparer.CurrentCulture)];
    }

    private static bool Has(Line line, string word) => new[] { line.Resource.Title, line.Resource.Summary, line.Topic }
        .Any(text => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
}
