using Trellis.Platform.Web.Components;
using Trellis.Support.Topics;

namespace Trellis.Support.Events.Planning;

/// <summary>Topics to choose from, those within another named with it.</summary>
internal static class TopicChoices
{
    public static IReadOnlyList<Choice> Of(IReadOnlyList<Topic> topics)
    {
        var names = topics.ToDictionary(topic => topic.Id, topic => topic.Name);
        return [.. topics.Select(topic => new Choice(topic.Id.ToString(), topic.ParentId is { } parent && names.TryGetValue(parent, out var first) ? $"{first}: {topic.Name}" : topic.Name))];
    }
}
