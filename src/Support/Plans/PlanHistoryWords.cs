using Trellis.Platform.Audit;

namespace Trellis.Support.Plans;

/// <summary>What the history says of plans.</summary>
internal static class PlanHistoryWords
{
    private static readonly string[] OfAction =
        ["PlaceId", "PlanId", "Title", "Why", "LeadName", "Help", "TopicId", "Criterion", "DueOn", "Because", "Evidence", "DocumentId", "EndedOn", "Told", "WrittenAt", "ChangedAt"];

    public static readonly RecordWords[] All =
    [
        new(nameof(GroupPlan))
        {
            Added = "{0} began a plan with a group.",
            Removed = "{0} removed a plan of a group.",
            Fields = new Dictionary<string, string> { ["PlaceId"] = "the place of a plan", ["OrganisationId"] = "the group of a plan", ["WorkerId"] = "who goes along with a plan", ["BegunOn"] = "the first day of a plan" },
            Instead = new Dictionary<string, string> { ["EndedOn"] = "{0} closed a plan of a group." },
            IsConfidential = true, // what a group wants to better is between it and the staff
        },
        new(nameof(PlanAction))
        {
            Added = "{0} put an action into a plan.",
            Removed = "{0} removed an action of a plan.",
            Fields = OfAction.ToDictionary(field => field, _ => "an action of a plan"),
            Instead = new Dictionary<string, string> { ["State"] = "{0} said how it stands with an action of a plan." },
            IsAboutPeople = true,
            IsConfidential = true,
        },
    ];
}
