using Trellis.Platform.Audit;
using Trellis.Reports.Frameworks;
using Trellis.Reports.Returns;
using Trellis.Reports.Stories;

namespace Trellis.Reports;

/// <summary>What the history says of reports.</summary>
internal static class ReportsHistoryWords
{
    public static readonly RecordWords[] All =
    [
        Of(nameof(Framework), "a framework", "PlaceId", "Name", "Funder", "Rhythm", "StartsOn", "DueDays", "PaysPence", "Sources"),
        Of(nameof(FrameworkItem), "a figure that a funder asks for", "PlaceId", "FrameworkId", "Position", "Indicator", "Wording", "Definition", "Unit", "Target", "Aim", "Baseline", "Breakdowns"),
        Of(nameof(FunderReturn), "a return to a funder", "PlaceId", "FrameworkId", "FirstDay", "LastDay", "Narrative", "MadeAt", "SentBy", "LinkMadeAt") with
        {
            Instead = new Dictionary<string, string> { ["SentAt"] = "{0} sent a return to a funder.", ["LinkHash"] = "{0} made or ended the link to a return." },
        },
        Of(nameof(TypedFigure), "a figure that was typed in", "PlaceId", "ReturnId", "ItemId", "Value"),
        Of(nameof(ReturnStory), "the stories of a return", "PlaceId", "ReturnId", "StoryId"),
        Of(nameof(Story), "a story of a group", "PlaceId", "OrganisationId", "Title", "Words", "WrittenAt", "AuthorId", "ConsentBy", "ConsentOn", "ConsentWords") with
        {
            Instead = new Dictionary<string, string> { ["ConsentEndedAt"] = "{0} noted that a group takes back its consent to a story." },
            IsAboutPeople = true,
        },
    ];

    private static RecordWords Of(string kind, string what, params string[] fields) =>
        new(kind) { Added = $"{{0}} added {what}.", Removed = $"{{0}} removed {what}.", Fields = fields.ToDictionary(field => field, _ => what) };
}
