using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Ledger.Book;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Look;

/// <summary>Who gave an organisation a grant or paid it, with which the search is narrowed: the same names as on the group's page.</summary>
internal sealed class FundedBy(Db db) : IGroupFacet
{
    public string Key => "funded-by";

    public string Title => "Funded by";

    public string Stamp => "ledger";

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Read(Guid placeId, CancellationToken stop)
    {
        var names = await Names(placeId, stop);
        var funded = new Dictionary<Guid, IReadOnlyList<string>>();
        await foreach (var (organisation, funder) in Pairs(placeId).AsAsyncEnumerable().WithCancellation(stop))
        {
            funded[organisation] = funded.GetValueOrDefault(organisation, []) is { Count: > 0 } others ? [.. others, names[funder]] : [names[funder]];
        }

        return funded;
    }

    private IQueryable<Pair> Pairs(Guid placeId) => (
        from account in db.Accounts(placeId)
        join recipient in db.Recipients(placeId) on account.RecipientId equals recipient.Id
        where account.RowCount > 0 && recipient.OrganisationId != null
        select new { recipient.OrganisationId, account.FunderId }).Distinct().Select(pair => new Pair(pair.OrganisationId!.Value, pair.FunderId));

    private Task<Dictionary<int, string>> Names(Guid placeId, CancellationToken stop) => (
        from funder in db.Set<Funder>().Where(funder => funder.PlaceId == placeId)
        join organisation in db.AllOrganisations(placeId) on funder.OrganisationId equals organisation.Id into known
        from organisation in known.DefaultIfEmpty()
        select new { funder.Id, Name = organisation == null ? funder.Name : organisation.Name }).ToDictionaryAsync(funder => funder.Id, funder => funder.Name, stop);

    private sealed record Pair(Guid Organisation, int Funder);
}
