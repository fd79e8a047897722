using System.Data.Common;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Search;

namespace Trellis.Groups.Find;

/// <summary>Reads everything that is listed, or what changed after a number of the stamp "groups", as documents of the index.</summary>
/// <param name="connection">Open; two commands run on it one after the other.</param>
/// <param name="placeId">Whose directory.</param>
/// <param name="after">0 for everything.</param>
internal sealed class ReadListing(DbConnection connection, Guid placeId, long after)
{
    private readonly Dictionary<Guid, HashSet<string>> servicesOf = [];
    private readonly Dictionary<Guid, HashSet<string>> tagsOf = [];

    /// <summary>Which organisations are read.</summary>
    private string OfThese => after == 0 ? "o.is_listed" : "(o.changed > @after OR o.id IN (SELECT organisation_id FROM groups_service WHERE changed > @after))";

    /// <summary>Things that changed and are listed no longer.</summary>
    public List<Guid> Gone { get; } = [];

    public async Task Read(Action<Document> add, CancellationToken stop)
    {
        await ReadServices(add, stop);
        await ReadPremises(add, stop);
        await ReadTags(stop);
        await ReadOrganisations(add, stop);
    }

    private async Task ReadOrganisations(Action<Document> add, CancellationToken stop)
    {
        const string Sql = """
            SELECT o.id, o.name, o.kind, o.legal_form, o.purpose, o.cause, o.address, o.postcode, o.ward_code, o.locality,
                   o.latitude_micro, o.longitude_micro, o.size_band, o.confirmed_at, o.is_listed, o.merged_into_id, n.text, o.helps, o.languages
            FROM groups_organisation o LEFT JOIN groups_name n ON n.organisation_id = o.id AND n.kind <> 'Current'
            WHERE o.place_id = @place AND {0}
            ORDER BY o.id
            """;
        await using var command = connection.Command(string.Format(null, Sql, OfThese), ("place", placeId), ("after", after));
        await using var rows = await command.ExecuteReaderAsync(stop);
        Document? reading = null;
        var texts = new List<(int, string)>();
        while (await rows.ReadAsync(stop))
        {
            var id = rows.GetGuid(0);
            if (reading?.Key != id)
            {
                Finish(reading, add);
                texts = [];
                reading = Organisation(rows, id, texts);
            }

            if (!rows.IsDBNull(16))
            {
                texts.Add((Listing.OtherName, rows.GetString(16)));
            }
        }

        Finish(reading, add);
    }

    private Document? Organisation(DbDataReader row, Guid id, List<(int, string)> texts)
    {
        if (!row.GetBoolean(14) || !row.IsDBNull(15))
        {
            Gone.Add(id);
            return null;
        }

        var (kind, form, cause) = (row.GetString(2), row.Text(3), row.Text(5));
        var facets = Common(row.Text(8), row.Text(9));
        texts.Add((Listing.Name, row.GetString(1)));
        facets.Add((Listing.Kind, kind));
        facets.Add((Listing.Size, row.GetString(12)));
        Add(texts, Listing.Purpose, row.Text(4));
        Add(texts, Listing.Address, row.Text(6));
        Add(texts, Listing.Words, row.Text(17));
        Add(texts, Listing.Words, row.Text(18));
        if (form is not null)
        {
            facets.Add((Listing.Form, form));
        }

        if (cause is not null)
        {
            texts.Add((Listing.Words, CauseTitles.Of(cause)));
            facets.Add((Listing.Cause, cause[..1]));
            facets.Add((Listing.Cause, cause));
        }

        if (servicesOf.TryGetValue(id, out var services))
        {
            facets.Add((Listing.Has, "services"));
            texts.Add((Listing.Words, string.Join(' ', services)));
        }

        if (tagsOf.TryGetValue(id, out var tags))
        {
            texts.Add((Listing.Words, string.Join(' ', tags)));
        }

        var confirmed = row.IsDBNull(13) ? 0 : DateOnly.FromDateTime(row.GetDateTime(13)).DayNumber;
        return Made(Listed.Group, id, row.GetString(1), texts, facets, row.Text(7), row.Text(8), row.Number(10), row.Number(11)) with { LastConfirmed = confirmed };
    }

    private async Task ReadServices(Action<Document> add, CancellationToken stop)
    {
        await using var command = connection.Command(
            """
            SELECT id, name, kind, description, opening_times, how_to_get_it, address, postcode, ward_code, locality, latitude_micro, longitude_micro,
                   is_listed, organisation_id, changed
            FROM groups_service WHERE place_id = @place
            """, ("place", placeId));
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            var (id, kind, listed) = (rows.GetGuid(0), rows.GetString(2), rows.GetBoolean(12));
            if (listed && !rows.IsDBNull(13))
            {
                var offeredBy = rows.GetGuid(13);
                servicesOf.TryAdd(offeredBy, []);
                servicesOf[offeredBy].Add(kind);
            }

            if (rows.GetInt64(14) <= after && after > 0)
            {
                continue;
            }

            if (!listed)
            {
                Gone.Add(id);
                continue;
            }

            List<(int, string)> texts = [(Listing.Name, rows.GetString(1)), (Listing.Words, kind)];
            Add(texts, Listing.Purpose, rows.Text(3));
            Add(texts, Listing.Purpose, rows.Text(4));
            Add(texts, Listing.Purpose, rows.Text(5));
            Add(texts, Listing.Address, rows.Text(6));
            var facets = Common(rows.Text(8), rows.Text(9));
            facets.AddRange([(Listing.Kind, nameof(Listed.Service)), (Listing.What, kind)]);
            add(Made(Listed.Service, id, rows.GetString(1), texts, facets, rows.Text(7), rows.Text(8), rows.Number(10), rows.Number(11)));
        }
    }

    private async Task ReadTags(CancellationToken stop)
    {
        await using var command = connection.Command(
            "SELECT t.organisation_id, t.code FROM groups_tag t JOIN groups_organisation o ON o.id = t.organisation_id WHERE o.place_id = @place AND " + OfThese, ("place", placeId), ("after", after));
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            var id = rows.GetGuid(0);
            tagsOf.TryAdd(id, []);
            tagsOf[id].Add(CauseTags.Of(rows.GetString(1)));
        }
    }

    private async Task ReadPremises(Action<Document> add, CancellationToken stop)
    {
        await using var command = connection.Command(
            """
            SELECT id, name, kind, address, postcode, ward_code, locality, latitude_micro, longitude_micro, is_listed
            FROM groups_premises WHERE place_id = @place AND changed > @after
            """, ("place", placeId), ("after", after));
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            var (id, kind) = (rows.GetGuid(0), rows.GetString(2));
            if (!rows.GetBoolean(9))
            {
                Gone.Add(id);
                continue;
            }

            List<(int, string)> texts = [(Listing.Name, rows.GetString(1)), (Listing.Words, kind)];
            Add(texts, Listing.Address, rows.Text(3));
            var facets = Common(rows.Text(5), rows.Text(6));
            facets.AddRange([(Listing.Kind, nameof(Listed.Premises)), (Listing.What, kind)]);
            add(Made(Listed.Premises, id, rows.GetString(1), texts, facets, rows.Text(4), rows.Text(5), rows.Number(7), rows.Number(8)));
        }
    }

    private static Document Made(
        Listed listed, Guid id, string name, List<(int, string)> texts, List<(int, string)> facets, string? postcode, string? ward, long? latitude, long? longitude)
    {
        List<string> tags = ward is null ? [] : [Listing.WardTag(ward)];
        if (postcode is not null)
        {
            tags.Add(Listing.DistrictTag(postcode.Split(' ')[0]));
        }

        return new()
        {
            Key = id,
            Kind = (byte)listed,
            Name = name,
            Texts = texts,
            Tags = tags,
            Facets = facets,
            Point = Point.From((int?)latitude, (int?)longitude),
            Prior = (byte)(listed == Listed.Premises ? 0 : 200),
        };
    }

    private static List<(int, string)> Common(string? ward, string? locality)
    {
        var facets = new List<(int, string)>();
        Add(facets, Listing.Ward, ward);
        Add(facets, Listing.Locality, locality);
        return facets;
    }

    private static void Add(List<(int, string)> list, int at, string? text)
    {
        if (text is not null)
        {
            list.Add((at, text));
        }
    }

    private static void Finish(Document? reading, Action<Document> add)
    {
        if (reading is not null)
        {
            add(reading);
        }
    }
}
