using Trellis.Platform.Exchange;

namespace Trellis.Support.Taking;

/// <summary>Groups that help one another, and people who give their profession, as they are taken along.</summary>
internal static class PeersTaken
{
    public static readonly TakenTable Help = new(
        "peer-help", "What groups offer one another and ask for",
        """
        SELECT help.id, o.name, help.side, topic.name, help.words, help.written_at, help.ended_on FROM support_peer_help help JOIN groups_organisation o ON o.id = help.organisation_id
        JOIN support_topic topic ON topic.id = help.topic_id WHERE help.place_id = @place ORDER BY help.written_at, help.id
        """,
        new("Offer or wish", Holds.Id), new("Group"), new("Side"), new("Topic"), new("Words"), new("Written", Holds.Instant), new("Ended", Holds.Day));

    public static readonly TakenTable Introductions = new(
        "introductions", "Which groups were brought together",
        """
        SELECT made.id, helper.name, helped.name, topic.name, made.words, worker.name, made.state, made.asked_at, made.introduced_at, made.minutes
        FROM support_introduction made JOIN groups_organisation helper ON helper.id = made.helper_id JOIN groups_organisation helped ON helped.id = made.helped_id
        JOIN support_topic topic ON topic.id = made.topic_id LEFT JOIN platform_person worker ON worker.id = made.worker_id WHERE made.place_id = @place ORDER BY made.asked_at, made.id
        """,
        new("Introduction", Holds.Id), new("Helps"), new("Is helped"), new("Topic"), new("Words"), new("Worker"), new("State"), new("Asked", Holds.Instant), new("Introduced", Holds.Instant), new("Minutes", Holds.Number));

    public static readonly TakenTable Professionals = new(
        "professionals", "People who give their profession to groups",
        """
        SELECT person.id, person.name, person.email, person.skills, topic.name, person.hours, person.agreed_on, person.until_on FROM support_professional person JOIN support_topic topic ON topic.id = person.topic_id
        WHERE person.place_id = @place ORDER BY person.name, person.id
        """,
        new("Professional", Holds.Id), new("Name"), new("Email"), new("Skills"), new("Topic"), new("Hours", Holds.Number), new("Agreed on", Holds.Day), new("Until", Holds.Day));

    public static readonly TakenTable Work = new(
        "professional-work", "What professionals did for which group",
        """
        SELECT work.id, work.professional_id, person.name, o.name, topic.name, work.what, work.state, work.offered_on, work.ended_on, work.minutes
        FROM support_professional_work work JOIN groups_organisation o ON o.id = work.organisation_id JOIN support_topic topic ON topic.id = work.topic_id
        LEFT JOIN support_professional person ON person.id = work.professional_id WHERE work.place_id = @place ORDER BY work.offered_on, work.id
        """,
        new("Work", Holds.Id), new("Professional", Holds.Id), new("Name"), new("Group"), new("Topic"), new("What"), new("State"), new("Offered on", Holds.Day), new("Ended", Holds.Day), new("Minutes", Holds.Number));
}
