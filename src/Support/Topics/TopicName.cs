using Trellis.Platform;

namespace Trellis.Support.Topics;

/// <summary>The name of a topic as somebody types it: short, on one line, and no other's beside it.</summary>
internal static class TopicName
{
    private const int Longest = 60;

    /// <param name="topics">All topics of the place.</param>
    /// <param name="typed">As typed.</param>
    /// <param name="parentId">The topic it is to be part of; null for one of the first level.</param>
    /// <param name="own">The topic that may have the name already: itself.</param>
    public static Result<string> Read(IEnumerable<Topic> topics, string? typed, Guid? parentId, Guid? own)
    {
        if (FreeText.Line(typed) is not { Length: <= Longest } name)
        {
            return new Problem("Called", $"Enter a name of at most {Longest} letters.");
        }

        return topics.FirstOrDefault(one => one.ParentId == parentId && one.Id != own && one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } same ? name
            : same.RetiredAt is null ? new Problem("Called", $"There is a topic {same.Name} already.")
            : new Problem("Called", $"There was a topic {same.Name}, which is retired. Bring it back below.");
    }
}
