using System.Data.Common;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;

namespace Trellis.Support.Enquiries;

/// <summary>Gives enquiries to reports: how many came, how, and whether the answer helped. Never who asked.</summary>
internal sealed class EnquiryRecords(Database database) : IRecords
{
    public string Kind => "enquiries";

    public string Title => "Enquiries";

    public string Definition => "One enquiry is one question of a group or a person, on the day it came. Enquiries that ask the same as another and were joined with it do not count.";

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["channel"] = "How it came",
        ["topic"] = "What it was about",
        ["state"] = "How it stands",
        ["satisfaction"] = "Whether the answer helped",
        ["from"] = "A group, or a person without one",
    };

    public IReadOnlyDictionary<string, string> Numbers { get; } = new Dictionary<string, string>
    {
        ["days"] = "Days until it was answered",
        ["satisfaction"] = "Marks from 1 to 5: 5 where the answer helped, 3 where it helped in part, 1 where it did not",
    };

    public async Task<IReadOnlyList<CountedRecord>> Read(Place place, DateOnly first, DateOnly last, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await connection.Query(
            """
            SELECT enquiry.id, enquiry.received_at, enquiry.channel, coalesce(parent.name, topic.name), enquiry.state, enquiry.satisfaction, enquiry.organisation_id, enquiry.answered_at
            FROM support_enquiry enquiry LEFT JOIN support_topic topic ON topic.id = enquiry.topic_id LEFT JOIN support_topic parent ON parent.id = topic.parent_id
            WHERE enquiry.place_id = @place AND enquiry.merged_into_id IS NULL AND enquiry.received_at >= @first AND enquiry.received_at < @after ORDER BY enquiry.received_at, enquiry.id
            """,
            Record, stop, ("place", place.Id), ("first", Start(first)), ("after", Start(last.AddDays(1))));
    }

    private static CountedRecord Record(DbDataReader row)
    {
        var (id, received, topic) = (row.GetGuid(0), row.GetDateTime(1), row.Text(3));
        var group = row.IsDBNull(6) ? (Guid?)null : row.GetGuid(6);
        var words = new Dictionary<string, string>
        {
            ["channel"] = EnquiryWords.Of(Enum.Parse<Channel>(row.GetString(2))),
            ["state"] = EnquiryWords.Of(Enum.Parse<EnquiryState>(row.GetString(4))),
            ["from"] = group is null ? "A person without a group" : "A group",
        };
        if (topic is not null)
        {
            words["topic"] = topic;
        }

        var numbers = new Dictionary<string, long>();
        if (row.Text(5) is { } said)
        {
            var satisfaction = Enum.Parse<Satisfaction>(said);
            (words["satisfaction"], numbers["satisfaction"]) = (EnquiryWords.Of(satisfaction), satisfaction switch { Satisfaction.Helped => 5, Satisfaction.HelpedInPart => 3, _ => 1 });
        }

        if (!row.IsDBNull(7))
        {
            numbers["days"] = Math.Max(0, (long)(row.GetDateTime(7).Date - received.Date).TotalDays);
        }

        return new(id, DateOnly.FromDateTime(received), topic ?? "Enquiry")
        {
            Url = "/work/enquiries/" + id,
            Groups = group is { } one ? [one] : [],
            Words = words,
            Numbers = numbers,
        };
    }

    private static DateTime Start(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc);
}
