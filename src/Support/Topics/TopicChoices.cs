using Trellis.Platform.Web.Components;

namespace Trellis.Support.Topics;

/// <summary>The tree of topics as a list to choose from: those within another say so, so that typing the first letters finds them.</summary>
internal static class TopicChoices
{
    public static IReadOnlyList<Choice> Of(IReadOnlyList<Topic> topics)
    {
        var names = topics.ToDictionary(topic => topic.Id, topic => topic.Name);
        return [.. topics.Select(topic => new Choice(topic.Id.ToString(), topic.ParentId is { } parent && names.TryGetValue(parent, out var first) ? $"{first}: {topic.Name}" : topic.Name))];
    }
}
