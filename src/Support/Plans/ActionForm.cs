using Trellis.Platform;
using Trellis.Standards.Values;
using Trellis.Support.Topics;

namespace Trellis.Support.Plans;

/// <summary>What somebody says of an action.</summary>
internal sealed class ActionForm
{
    private const int LongestTitle = 150;
    private const int LongestText = 2_000;
    private const int LongestName = 100;

    public string? Title { get; set; }

    public string? Why { get; set; }

    public string? LeadName { get; set; }

    public List<string> Help { get; set; } = [];

    public string? Topic { get; set; }

    public string? Criterion { get; set; }

    public string? DueOn { get; set; }

    public string? State { get; set; }

    public string? Because { get; set; }

    /// <summary>What was understood of it.</summary>
    public sealed record Said(string Title, string Why, string LeadName, string Help, Guid TopicId, string? Criterion, DateOnly DueOn, ActionState State, string? Because);

    public static ActionForm Of(PlanAction action) => new()
    {
        Title = action.Title,
        Why = action.Why,
        LeadName = action.LeadName,
        Help = [.. PlanWords.Read(action.Help).Select(help => help.ToString())],
        Topic = action.TopicId.ToString(),
        Criterion = action.Criterion,
        DueOn = PlanWords.Day(action.DueOn),
        State = action.State.ToString(),
        Because = action.Because,
    };

    /// <param name="already">The topic that the action has, which it may keep though it is not offered any more.</param>
    public Result<Said> Read(IReadOnlyList<Topic> topics, Guid? already = null)
    {
        var wrong = new List<Problem>();
        var title = Text(wrong, "Title", Typed.Line(Title), LongestTitle, "Say in a few words what is to be done.", true);
        var why = Text(wrong, "Why", Typed.Text(Why), LongestText, "", false);
        var lead = Text(wrong, "LeadName", Typed.Line(LeadName), LongestName, "", false);
        var topic = Guid.TryParse(Topic, out var chosen) && (chosen == already || topics.Any(one => one.Id == chosen));
        if (!topic)
        {
            wrong.Add(new("Topic", "Choose what it is about."));
        }

        var due = Standards.Values.Read.Date(DueOn ?? "");
        if (due.Value is null)
        {
            wrong.Add(new("DueOn", "Enter the day by which it is to be done, such as 27 3 2027."));
        }

        var state = State is null or "" ? ActionState.NotBegun : Enum.TryParse<ActionState>(State, out var named) && named is not ActionState.Done ? named : ActionState.GoingOn;
        var because = state == ActionState.GivenUp ? Text(wrong, "Because", Typed.Text(Because), LongestText, "Say why the group gives it up. It helps whoever plans next.", true) : null;
        var help = string.Join(',', Enum.GetNames<Help>().Intersect(Help));
        var criterion = Typed.Line(Criterion) is { Length: > 0 and <= 40 } item ? item : null;
        return wrong.Count > 0 ? wrong.ToArray() : new Said(title, why, lead, help, chosen, criterion, due.Value!.Value, state, because);
    }

    private static string Text(List<Problem> wrong, string field, string text, int longest, string missing, bool must)
    {
        if (must && text.Length == 0)
        {
            wrong.Add(new(field, missing));
        }
        else if (text.Length > longest)
        {
            wrong.Add(new(field, $"Say it in at most {longest:N0} letters; these are {text.Length:N0}."));
        }

        return text;
    }
}
