using Trellis.Platform.Web.Components;

namespace Trellis.Support.Plans;

/// <summary>What states and kinds of help are called on pages and in letters.</summary>
internal static class PlanWords
{
    public static string Of(ActionState state) => state switch
    {
        ActionState.NotBegun => "Not begun",
        ActionState.GoingOn => "Going on",
        ActionState.Done => "Done",
        _ => "Given up",
    };

    public static string Of(Help help) => help switch
    {
        Help.Guide => "A guide to read",
        Help.Template => "A template to fill in",
        Help.Training => "Training",
        Help.Hours => "Time with a support worker",
        Help.PeerMentor => "Another group that has done it",
        Help.Professional => "A professional who volunteers",
        _ => "A small grant",
    };

    /// <summary>The look of a state; its words say the same.</summary>
    public static string Kind(ActionState state) => state switch
    {
        ActionState.Done => "good",
        ActionState.GoingOn => "sunny",
        _ => "plain",
    };

    public static IReadOnlyList<Choice> Helps(Platform.Texts.Texts t) => [.. Enum.GetValues<Help>().Select(help => new Choice(help.ToString(), t[Of(help)]))];

    public static IReadOnlyList<Help> Read(string kept) => [.. kept.Split(',').Where(name => Enum.IsDefined(typeof(Help), name)).Select(Enum.Parse<Help>)];

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy");
}
