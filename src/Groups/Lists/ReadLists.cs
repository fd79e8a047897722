using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Find;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Search;

namespace Trellis.Groups.Lists;

/// <summary>The lists of a place, and the groups that are on one now.</summary>
internal sealed class ReadLists(Db db, Database database, FindGroups find, OpenFacets facets)
{
    private const int AtOnce = 200;

    public async Task<IReadOnlyList<KeptList>> All(Guid placeId, CancellationToken stop) =>
        await db.Set<KeptList>().AsNoTracking().Where(list => list.PlaceId == placeId).OrderBy(list => list.Name).ThenBy(list => list.Id).ToListAsync(stop);

    /// <summary>To be changed; null where the place has none of this id.</summary>
    public Task<KeptList?> One(Guid placeId, Guid id, CancellationToken stop) => db.Set<KeptList>().FirstOrDefaultAsync(list => list.Id == id && list.PlaceId == placeId, stop);

    /// <summary>The lists picked by hand that a group is on.</summary>
    public Task<List<Guid>> With(Guid organisation, CancellationToken stop) =>
        db.Set<ListMember>().Where(member => member.OrganisationId == organisation).Select(member => member.ListId).Distinct().ToListAsync(stop);

    /// <summary>The groups that are on the list as of now; services and buildings that a search finds too are no groups.</summary>
    public async Task<IReadOnlyList<FoundRow>> Members(KeptList list, CancellationToken stop)
    {
        var rows = new List<FoundRow>();
        if (list.Question is { } question)
        {
            var (_, found) = await find.All(new Asked(new QueryCollection(QueryHelpers.ParseQuery(question)), await facets.Keys(stop)), stop);
            await foreach (var row in found.WithCancellation(stop))
            {
                rows.Add(row);
            }

            return [.. rows.Where(row => row.Listed == Listed.Group)];
        }

        var ids = await (
            from member in db.Set<ListMember>()
            join organisation in db.Organisations(list.PlaceId) on member.OrganisationId equals organisation.Id
            where member.ListId == list.Id && organisation.MergedIntoId == null
            orderby organisation.Name, organisation.Id
            select organisation.Id).ToListAsync(stop);
        await using var connection = await database.Open(stop);
        foreach (var some in ids.Distinct().Chunk(AtOnce))
        {
            rows.AddRange(await new ReadRows(connection, []).Of([.. some.Select(id => new Hit(id, (byte)Listed.Group, 0, null))], stop));
        }

        return rows;
    }
}
