using System.Text.Json.Nodes;
using Trellis.Platform.Exchange;
using Trellis.Reports.Indicators;

namespace Trellis.Reports;

/// <summary>What reports give to the file in which a place takes its support along. A story whose consent has ended is named without its words.</summary>
internal static class ReportsTaken
{
    public static readonly TakenTable[] All =
    [
        new(
            "report-frameworks", "What each funder asks for, a row each figure",
            """
            SELECT framework.name, framework.funder, framework.rhythm, framework.starts_on, item.position, item.indicator, item.wording, item.definition, item.unit, item.target, item.aim, item.baseline, item.breakdowns, item.id
            FROM reports_framework framework LEFT JOIN reports_framework_item item ON item.framework_id = framework.id WHERE framework.place_id = @place ORDER BY framework.name, framework.id, item.position
            """,
            new("Framework"), new("Funder"), new("Rhythm"), new("Begins", Holds.Day), new("Position", Holds.Number), new("Indicator"), new("Wording"), new("Definition"), new("Unit"), new("Target", Holds.Number), new("Aim"), new("Baseline", Holds.Number), new("Breakdowns"), new("Figure", Holds.Id)),
        new(
            "report-returns", "Returns to funders; of those that were sent, what they said and the records behind it",
            """
            SELECT framework.name, made.first_day, made.last_day, made.narrative, made.made_at, made.sent_at, frozen.body, made.id
            FROM reports_return made JOIN reports_framework framework ON framework.id = made.framework_id LEFT JOIN reports_frozen frozen ON frozen.return_id = made.id
            WHERE made.place_id = @place ORDER BY framework.name, made.first_day, made.id
            """,
            new("Framework"), new("First day", Holds.Day), new("Last day", Holds.Day), new("Narrative"), new("Made", Holds.Instant), new("Sent", Holds.Instant), new("What was sent, as JSON, less its stories", Say: body => WithoutStories((string)body)), new("Return", Holds.Id)),
        new(
            "report-typed-figures", "Figures of returns that were typed in by hand",
            "SELECT typed.return_id, typed.item_id, typed.value FROM reports_typed_figure typed WHERE typed.place_id = @place ORDER BY typed.return_id, typed.item_id",
            new("Return", Holds.Id), new("Figure", Holds.Id), new("Value", Holds.Number)),
        new(
            "report-stories", "Stories of groups, with the consent to show them",
            """
            SELECT o.name, story.title, CASE WHEN story.consent_ended_at IS NULL THEN story.words END, story.written_at, author.name, story.consent_by, story.consent_on, story.consent_words, story.consent_ended_at
            FROM reports_story story JOIN groups_organisation o ON o.id = story.organisation_id LEFT JOIN platform_person author ON author.id = story.author_id WHERE story.place_id = @place ORDER BY story.written_at, story.id
            """,
            new("Group"), new("Title"), new("Words"), new("Written", Holds.Instant), new("Author"), new("Consent of"), new("Consent on", Holds.Day), new("Consent in words"), new("Consent ended", Holds.Instant)),
    ];

    /// <summary>They stand in a table of their own, with their words only as long as the group agrees; what was frozen has them for good.</summary>
    private static string WithoutStories(string body)
    {
        var sent = JsonNode.Parse(body)!.AsObject();
        sent.Remove("stories");
        return sent.ToJsonString(IndicatorLibrary.Form);
    }
}
