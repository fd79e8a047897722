using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Groups.Tags;

/// <summary>Which tags there are, and which groups have them.</summary>
internal sealed class ReadTags(Db db, Database database)
{
    /// <summary>All of the place, by name, with how many groups have each.</summary>
    public async Task<IReadOnlyList<(PlaceTag Tag, int Groups)>> All(Guid placeId, CancellationToken stop)
    {
        var tags = await db.Set<PlaceTag>().AsNoTracking().Where(tag => tag.PlaceId == placeId).ToListAsync(stop);
        var counts = await db.Set<Tagging>().Where(put => put.PlaceId == placeId).GroupBy(put => put.TagId)
            .Select(same => new { same.Key, Groups = same.Select(put => put.OrganisationId).Distinct().Count() }).ToDictionaryAsync(same => same.Key, same => same.Groups, stop);
        return [.. tags.OrderBy(tag => tag.Name, StringComparer.CurrentCultureIgnoreCase).Select(tag => (tag, counts.GetValueOrDefault(tag.Id)))];
    }

    /// <summary>Those of one group that are not retired, by name.</summary>
    public async Task<IReadOnlyList<PlaceTag>> Of(Guid organisation, bool alsoTheStaffs, CancellationToken stop)
    {
        var tags = await (
            from put in db.Set<Tagging>()
            join tag in db.Set<PlaceTag>() on put.TagId equals tag.Id
            where put.OrganisationId == organisation && tag.RetiredAt == null && (tag.IsPublic || alsoTheStaffs)
            select tag).AsNoTracking().Distinct().ToListAsync(stop);
        return [.. tags.OrderBy(tag => tag.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>The names of the public tags, or of the staff's, of each group that has any.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Put(Guid placeId, bool isPublic, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var rows = await connection.Query(
            """
            SELECT DISTINCT put.organisation_id, tag.name FROM groups_tagging put JOIN groups_place_tag tag ON tag.id = put.tag_id
            WHERE put.place_id = @place AND tag.retired_at IS NULL AND tag.is_public = @public
            """,
            row => (Organisation: row.GetGuid(0), Name: row.GetString(1)), stop, ("place", placeId), ("public", isPublic));
        return rows.GroupBy(row => row.Organisation, row => row.Name).ToDictionary(of => of.Key, of => (IReadOnlyList<string>)[.. of.Order(StringComparer.CurrentCultureIgnoreCase)]);
    }
}
