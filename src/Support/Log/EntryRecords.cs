using System.Data.Common;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;

namespace Trellis.Support.Log;

/// <summary>Gives the support log to reports: one record an entry, with the groups it is about.</summary>
internal sealed class EntryRecords(Database database) : IRecords
{
    public string Kind => "support-entries";

    public string Title => "Entries of the support log";

    public string Definition => "One entry is one act of help for one or more groups, on the day it was given. Corrected entries count as they stand now; removed ones do not count. Confidential notes are not entries.";

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string> { ["way"] = "How help was given", ["topic"] = "What it was about", ["worker"] = "Who helped" };

    public IReadOnlyDictionary<string, string> Numbers { get; } = new Dictionary<string, string> { ["minutes"] = "Minutes" };

    public async Task<IReadOnlyList<CountedRecord>> Read(Place place, DateOnly first, DateOnly last, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var groups = (await connection.Query(
            """
            SELECT about.entry_id, about.organisation_id FROM support_entry_group about JOIN support_entry entry ON entry.id = about.entry_id
            WHERE entry.place_id = @place AND entry.on_day >= @first AND entry.on_day <= @last
            """,
            row => (Entry: row.GetGuid(0), Group: row.GetGuid(1)), stop, ("place", place.Id), ("first", first), ("last", last))).ToLookup(pair => pair.Entry, pair => pair.Group);
        return await connection.Query(
            """
            SELECT entry.id, entry.on_day, entry.minutes, entry.way, coalesce(parent.name, topic.name), coalesce(nullif(person.name, ''), entry.worker_name) FROM support_entry entry
            JOIN support_topic topic ON topic.id = entry.topic_id LEFT JOIN support_topic parent ON parent.id = topic.parent_id
            LEFT JOIN platform_person person ON person.id = entry.worker_id
            WHERE entry.place_id = @place AND entry.on_day >= @first AND entry.on_day <= @last ORDER BY entry.on_day, entry.id
            """,
            row => Record(row, groups), stop, ("place", place.Id), ("first", first), ("last", last));
    }

    private static CountedRecord Record(DbDataReader row, ILookup<Guid, Guid> groups)
    {
        var (id, way, topic) = (row.GetGuid(0), EntryWords.Of(Enum.Parse<Way>(row.GetString(3))), row.GetString(4));
        var words = new Dictionary<string, string>(3) { ["way"] = way, ["topic"] = topic };
        if (row.Text(5) is { Length: > 0 } worker)
        {
            words["worker"] = worker;
        }

        return new(id, row.GetFieldValue<DateOnly>(1), $"{topic}, {way}")
        {
            Url = "/work/log/" + id,
            Groups = [.. groups[id]],
            Words = words,
            Numbers = row.Number(2) is { } minutes ? new Dictionary<string, long>(1) { ["minutes"] = minutes } : new Dictionary<string, long>(),
        };
    }
}
