using Trellis.Platform.Exchange;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Taking;

/// <summary>Plans and health checks as they are taken along: of checks only those that their group opened to the organisation that supports it, and of them what was agreed.</summary>
internal static class PlansTaken
{
    public static readonly TakenTable Plans = new(
        "plans", "Actions of the groups’ plans",
        """
        SELECT action.id, o.name, plan.begun_on, plan.ended_on, worker.name, action.title, action.why, action.lead_name, action.help, topic.name, action.criterion, action.due_on, action.state, action.because, action.evidence, action.ended_on
        FROM support_action action JOIN support_plan plan ON plan.id = action.plan_id JOIN groups_organisation o ON o.id = plan.organisation_id JOIN support_topic topic ON topic.id = action.topic_id
        LEFT JOIN platform_person worker ON worker.id = plan.worker_id WHERE action.place_id = @place ORDER BY o.name, plan.begun_on, action.due_on, action.id
        """,
        new("Action", Holds.Id), new("Group"), new("Plan begun", Holds.Day), new("Plan closed", Holds.Day), new("Worker"), new("What is to be done"), new("Why"), new("Who at the group"), new("Help needed"), new("Topic"),
        new("Item of the health check"), new("Due", Holds.Day), new("State"), new("Why given up"), new("What shows it"), new("Ended", Holds.Day));

    public static readonly TakenTable Checks = new(
        "health-checks", "Health checks that their group has opened to the organisation that supports it: what was agreed on each item",
        """
        SELECT assessment.id, o.name, instrument.key, instrument.version, assessment.started_at, assessment.finished_at, agreed.item, agreed.said, agreed.reason, agreed.evidence, agreed.agreed_at
        FROM support_assessment assessment JOIN groups_organisation o ON o.id = assessment.organisation_id JOIN support_instrument instrument ON instrument.id = assessment.instrument_id
        LEFT JOIN support_agreed agreed ON agreed.assessment_id = assessment.id
        WHERE assessment.place_id = @place AND EXISTS (SELECT 1 FROM support_check_consent consent WHERE consent.assessment_id = assessment.id AND consent.audience = 'Support' AND consent.withdrawn_at IS NULL)
        ORDER BY o.name, assessment.started_at, assessment.id, agreed.item
        """,
        new("Health check", Holds.Id), new("Group"), new("Instrument"), new("Version"), new("Begun", Holds.Instant), new("Finished", Holds.Instant), new("Item"), new("Level"), new("Why"), new("Evidence"), new("Agreed", Holds.Instant))
    {
        Noted = nameof(Assessment),
    };

    public static readonly TakenTable Bids = new(
        "bids", "Bids that groups were helped with",
        """
        SELECT bid.id, o.name, worker.name, bid.funder, bid.purpose, bid.asked_pence, bid.helped_on, bid.submitted_on, bid.outcome, bid.decided_on, bid.won_pence
        FROM support_bid bid JOIN groups_organisation o ON o.id = bid.organisation_id LEFT JOIN platform_person worker ON worker.id = bid.worker_id WHERE bid.place_id = @place ORDER BY bid.helped_on, bid.id
        """,
        new("Bid", Holds.Id), new("Group"), new("Worker"), new("Funder"), new("For what"), new("Asked (£)", Holds.Pence), new("Helped on", Holds.Day), new("Submitted on", Holds.Day), new("Outcome"), new("Decided on", Holds.Day), new("Won (£)", Holds.Pence));
}
