using Trellis.Platform.Web.Components;

namespace Trellis.Support.Library;

/// <summary>What kinds and stages are called.</summary>
internal static class LibraryWords
{
    public static string Of(ResourceKind kind) => kind switch
    {
        ResourceKind.Guide => "Guide",
        ResourceKind.Template => "Template",
        ResourceKind.Checklist => "Checklist",
        _ => "Link",
    };

    public static string Of(Stage stage) => stage switch
    {
        Stage.StartingUp => "For groups that start",
        Stage.Growing => "For groups that grow",
        Stage.Established => "For groups that stand firm",
        Stage.Closing => "For groups that close",
        _ => "For every group",
    };

    public static IReadOnlyList<Choice> Kinds(Platform.Texts.Texts t) => [.. Enum.GetValues<ResourceKind>().Select(kind => new Choice(kind.ToString(), t[Of(kind)]))];

    public static IReadOnlyList<Choice> Stages(Platform.Texts.Texts t) => [.. Enum.GetValues<Stage>().Select(stage => new Choice(stage.ToString(), t[Of(stage)]))];
}
