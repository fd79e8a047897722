using System.Globalization;
using Trellis.Platform.Exchange;
using Trellis.Support.Log;

namespace Trellis.Support.Taking;

/// <summary>The support log as it is taken along, with headings that bringing in knows again, and the enquiries.</summary>
internal static class LogTaken
{
    public static readonly TakenTable Entries = new(
        "log", "Help that was given, a row each time",
        """
        SELECT entry.on_day,
            (SELECT string_agg(replace(o.name, ';', ','), '; ' ORDER BY o.name, o.id) FROM support_entry_group about JOIN groups_organisation o ON o.id = about.organisation_id WHERE about.entry_id = entry.id),
            (SELECT string_agg(coalesce(o.postcode, '-'), '; ' ORDER BY o.name, o.id) FROM support_entry_group about JOIN groups_organisation o ON o.id = about.organisation_id WHERE about.entry_id = entry.id),
            entry.minutes, entry.began, entry.way, CASE WHEN parent.name IS NULL THEN topic.name ELSE parent.name || ': ' || topic.name END,
            coalesce(nullif(person.name, ''), entry.worker_name), person.email, entry.done, entry.next_step, entry.next_on, entry.is_shared, entry.written_at, entry.enquiry_id, entry.action_id, entry.criterion, file.file_name, entry.id
        FROM support_entry entry JOIN support_topic topic ON topic.id = entry.topic_id LEFT JOIN support_topic parent ON parent.id = topic.parent_id
        LEFT JOIN platform_person person ON person.id = entry.worker_id LEFT JOIN support_arrival file ON file.id = entry.import_id
        WHERE entry.place_id = @place ORDER BY entry.on_day, entry.written_at, entry.id
        """,
        new("Date", Holds.Day), new("Group"), new("Postcode"), new("Minutes", Holds.Number), new("Began", Holds.Number, minute => Clock((long)minute)), new("How", Say: way => EntryWords.Of(Enum.Parse<Way>((string)way))),
        new("What about"), new("Worker"), new("Worker email"), new("What was done"), new("Next step"), new("Next on", Holds.Day), new("The group sees it", Holds.Yes), new("Written down", Holds.Instant),
        new("Enquiry", Holds.Id), new("Action of the plan", Holds.Id), new("Item of the health check"), new("Brought in from"), new("Entry", Holds.Id));

    public static readonly TakenTable Enquiries = new(
        "enquiries", "Who asked for help, and what came of it",
        """
        SELECT enquiry.id, o.name, enquiry.who, enquiry.email, enquiry.telephone, enquiry.channel, topic.name, enquiry.text, enquiry.received_at, person.name, enquiry.due_on, enquiry.state,
            enquiry.outcome, enquiry.answered_at, enquiry.satisfaction, enquiry.merged_into_id
        FROM support_enquiry enquiry LEFT JOIN groups_organisation o ON o.id = enquiry.organisation_id LEFT JOIN support_topic topic ON topic.id = enquiry.topic_id
        LEFT JOIN platform_person person ON person.id = enquiry.owner_id WHERE enquiry.place_id = @place ORDER BY enquiry.received_at, enquiry.id
        """,
        new("Enquiry", Holds.Id), new("Group"), new("Who"), new("Email"), new("Telephone"), new("Channel"), new("Topic"), new("Text"), new("Received", Holds.Instant), new("Owner"), new("Due", Holds.Day), new("State"),
        new("Outcome"), new("Answered", Holds.Instant), new("Did it help"), new("Part of", Holds.Id));

    public static readonly TakenTable EnquiryNotes = new(
        "enquiry-notes", "What was said about an enquiry among the staff",
        """
        SELECT note.enquiry_id, person.name, note.written_at, note.kind, note.text FROM support_enquiry_note note JOIN support_enquiry enquiry ON enquiry.id = note.enquiry_id
        LEFT JOIN platform_person person ON person.id = note.author_id WHERE enquiry.place_id = @place ORDER BY note.written_at, note.id
        """,
        new("Enquiry", Holds.Id), new("Author"), new("Written", Holds.Instant), new("Kind"), new("Text"));

    public static readonly TakenTable Topics = new(
        "topics", "What help can be about, in the place’s words",
        """
        SELECT topic.key, topic.name, parent.name, topic.retired_at FROM support_topic topic LEFT JOIN support_topic parent ON parent.id = topic.parent_id
        WHERE topic.place_id = @place ORDER BY topic.position, topic.id
        """,
        new("Short name"), new("Topic"), new("Part of"), new("Retired", Holds.Instant));

    private static string Clock(long minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
