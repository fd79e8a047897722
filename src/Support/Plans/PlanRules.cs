using Trellis.Platform.Access;

namespace Trellis.Support.Plans;

/// <summary>Who may do what with plans of groups.</summary>
internal static class PlanRules
{
    public const string SeePlan = "see-plan";
    public const string KeepPlan = "keep-plan";
    public const string WatchPlans = "watch-plans";

    public static readonly Rule[] All =
    [
        new(SeePlan, "Read what a group has planned with whoever helps it", Role.SupportWorker, Role.Manager, Role.Lead, Role.Member),
        new(KeepPlan, "Choose, change and finish the actions of a group’s plan", Role.SupportWorker, Role.Manager, Role.Lead),
        new(WatchPlans, "See all plans of the place, what is due and which have gone quiet", Role.SupportWorker, Role.Manager),
    ];

    public static readonly WorkLink[] Doors =
    [
        new(WatchPlans, "/work/plans", "Plans of groups", "See what is due, and which plans have gone quiet", 24),
    ];
}
