using Trellis.Platform.Access;

namespace Trellis.Support.Topics;

internal static class TopicRules
{
    public const string KeepTopics = "keep-topics";

    public static readonly WorkLink Door = new(KeepTopics, "/work/topics", "Topics of support", "Add, rename, order and retire what help can be about", 70);

    public static readonly Rule Rule = new(KeepTopics, "Add, rename, order and retire the topics of support", Role.Manager, Role.Administrator);
}
