using Trellis.Standards.Values;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>The checks that look at dates.</summary>
internal static class GrantDates
{
    public static IEnumerable<GrantCheck> Checks =>
    [
        GrantCheck.Wrong("ImpossibleDates", "have a date that does not exist", g => Everything(g).Any(Impossible)),
        GrantCheck.Wrong("PlannedStartDateBeforeEndDate", "are planned to end before they start", g => Reversed(g, "plannedDates")),
        GrantCheck.Wrong("ActualStartDateBeforeEndDate", "ended before they started", g => Reversed(g, "actualDates")),
        new("FarFuturePlannedDates", true, "have planned dates more than 12 years ahead", (g, today) => Texts(g, "plannedDates").Any(d => Day(d) > today.AddYears(12))),
        new("FarFutureActualDates", true, "have actual dates more than 5 years ahead", (g, today) => Texts(g, "actualDates").Any(d => Day(d) > today.AddYears(5))),
        new("FarPastDates", true, "have dates more than 25 years ago", (g, today) => Everything(g).Any(d => Day(d) < today.AddYears(-25))),
        new("PostDatedAwardDates", true, "have an award date in the future", (g, today) => Day(GrantParts.Say(g.Content, "awardDate")) > today),
    ];

    private static IEnumerable<string?> Everything(Grant grant) =>
        Texts(grant, "plannedDates").Concat(Texts(grant, "actualDates")).Append(GrantParts.Say(grant.Content, "awardDate"));

    private static IEnumerable<string?> Texts(Grant grant, string list) =>
        GrantParts.List(grant.Content, list).SelectMany(e => new[] { GrantParts.Say(e, "startDate"), GrantParts.Say(e, "endDate") });

    private static bool Reversed(Grant grant, string list) =>
        GrantParts.List(grant.Content, list).Any(e => Day(GrantParts.Say(e, "startDate")) > Day(GrantParts.Say(e, "endDate")));

    private static DateOnly? Day(string? text) => Read.Date(text).Value;

    private static bool Impossible(string? text) => text is [_, _, _, _, '-', _, _, '-', _, _, ..] && Day(text) is null;
}
