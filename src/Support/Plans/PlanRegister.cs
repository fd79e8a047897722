using Trellis.Platform.Privacy;

namespace Trellis.Support.Plans;

/// <summary>What plans keep of people.</summary>
internal static class PlanRegister
{
    private const string FullName = "COALESCE((SELECT name FROM platform_person WHERE id = @person AND name LIKE '%_ _%'), '\u001f')";
    private static readonly string[] Texts = ["title", "why", "lead_name", "because", "evidence"];

    public static readonly PersonalTable Plans = new()
    {
        Table = "support_plan",
        What = "Plans of groups",
        Purpose = "to know what a group wants to do next and who goes along",
        Basis = LawfulBasis.LegitimateInterests,
        Audience = "the group; support workers and managers of the place",
        Source = "the group and its support worker",
        Fields = new Dictionary<string, string> { ["worker_id"] = "who of the staff goes along with it" },
        Others = ["id", "place_id", "organisation_id", "begun_on", "ended_on", "version"],
        Of = "worker_id = @person",
        OnErasure = Ending.Empty,
        Kept = new("as long as the group is here"),
        OnEnd = Ending.Keep,
    };

    public static readonly PersonalTable Actions = new()
    {
        Table = "support_action",
        What = "Actions of plans",
        Purpose = "to know what a group wants to do next and who sees to it",
        Basis = LawfulBasis.LegitimateInterests,
        Audience = "the group; support workers and managers of the place",
        Source = "the group and its support worker",
        Fields = new Dictionary<string, string> { ["title"] = "what is to be done", ["why"] = "why", ["lead_name"] = "who at the group sees to it", ["because"] = "why it was given up", ["evidence"] = "what shows that it is done" },
        Others = ["id", "place_id", "plan_id", "help", "topic_id", "criterion", "due_on", "state", "document_id", "ended_on", "told", "written_at", "changed_at", "version"],
        MayNameOthers = Texts,
        Of = string.Join(" OR ", Texts.SelectMany(text => new[] { Names(text, "lower(@email)"), Names(text, $"lower({FullName})") })),
        OnErasure = Ending.Empty,
        Emptied = Texts.ToDictionary(text => text, Erased),
        Kept = new("for six years after the action was last changed", "changed_at", 2_192),
    };

    private static string Names(string text, string whom) => $"replace(lower(coalesce({text}, '')), {whom}, '') <> lower(coalesce({text}, ''))";

    /// <summary>The text without the person where it can be cut out of it; written in another way, the whole text goes.</summary>
    private static string Erased(string text)
    {
        var cut = $"replace(replace({text}, @email, '[erased]'), {FullName}, '[erased]')";
        return $"CASE WHEN {Names(cut, "lower(@email)")} OR {Names(cut, $"lower({FullName})")} THEN '[erased]' ELSE {cut} END";
    }
}
