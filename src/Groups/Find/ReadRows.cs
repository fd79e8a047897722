using System.Data.Common;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Search;

namespace Trellis.Groups.Find;

/// <summary>Reads the rows of found things, one statement for each kind, and puts them in the order they were found.</summary>
internal sealed class ReadRows(DbConnection connection, IReadOnlyList<string> terms)
{
    private const string Groups = """
        SELECT id, slug, name, kind, purpose, address, postcode, ward_code, locality, website, latitude_micro, longitude_micro, legal_form, cause, size_band
        FROM groups_organisation WHERE id IN ({0})
        """;

    private const string Services = """
        SELECT id, slug, name, kind, COALESCE(opening_times, description), address, postcode, ward_code, locality, website, latitude_micro, longitude_micro
        FROM groups_service WHERE id IN ({0})
        """;

    private const string Premises = """
        SELECT id, slug, name, kind, tenure, address, postcode, ward_code, locality, NULL, latitude_micro, longitude_micro
        FROM groups_premises WHERE id IN ({0})
        """;

    private readonly Dictionary<Guid, FoundRow> rows = [];

    public async Task<IReadOnlyList<FoundRow>> Of(IReadOnlyList<Hit> hits, CancellationToken stop)
    {
        rows.Clear();
        await Read(Groups, hits, Listed.Group, Group, stop);
        await Read(Services, hits, Listed.Service, row => Common(row, Listed.Service), stop);
        await Read(Premises, hits, Listed.Premises, row => Common(row, Listed.Premises), stop);
        await ReadOtherNames(hits, stop);
        return [.. from hit in hits where rows.ContainsKey(hit.Key) select rows[hit.Key] with { Metres = hit.Metres }];
    }

    private static FoundRow Group(DbDataReader row) => Common(row, Listed.Group) with { LegalForm = row.Text(12), Cause = row.Text(13), SizeBand = row.Text(14) };

    private static FoundRow Common(DbDataReader row, Listed listed) => new()
    {
        Id = row.GetGuid(0),
        Listed = listed,
        Slug = row.GetString(1),
        Name = row.GetString(2),
        Kind = row.GetString(3),
        Line = row.Text(4),
        Address = row.Text(5),
        Postcode = row.Text(6),
        WardCode = row.Text(7),
        Locality = row.Text(8),
        Website = row.Text(9),
        Point = Point.From((int?)row.Number(10), (int?)row.Number(11)),
    };

    private async Task Read(string sql, IReadOnlyList<Hit> hits, Listed listed, Func<DbDataReader, FoundRow> read, CancellationToken stop)
    {
        Guid[] keys = [.. hits.Where(hit => hit.Kind == (byte)listed).Select(hit => hit.Key)];
        if (keys.Length == 0)
        {
            return;
        }

        await using var command = Command(sql, keys);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var row = read(reader);
            rows[row.Id] = row;
        }
    }

    /// <summary>The other name that answers the question better than the name it goes by.</summary>
    private async Task ReadOtherNames(IReadOnlyList<Hit> hits, CancellationToken stop)
    {
        var answered = new Dictionary<Guid, int>();
        foreach (var hit in terms.Count == 0 ? [] : hits.Where(hit => hit.Kind == (byte)Listed.Group))
        {
            if (rows.TryGetValue(hit.Key, out var row) && Mentions.Count(row.Name, terms) is var most && most < terms.Count)
            {
                answered[hit.Key] = most;
            }
        }

        if (answered.Count == 0)
        {
            return;
        }

        await using var command = Command("SELECT organisation_id, text FROM groups_name WHERE kind <> 'Current' AND organisation_id IN ({0}) ORDER BY organisation_id, text", [.. answered.Keys]);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var (id, name) = (reader.GetGuid(0), reader.GetString(1));
            if (Mentions.Count(name, terms) is var most && most > answered[id])
            {
                rows[id] = rows[id] with { AlsoKnownAs = name };
                answered[id] = most;
            }
        }
    }

    private DbCommand Command(string sql, Guid[] keys)
    {
        var command = connection.Command(string.Format(null, sql, string.Join(", ", keys.Select((_, at) => "@p" + at))));
        for (var at = 0; at < keys.Length; at++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + at;
            parameter.Value = keys[at];
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
