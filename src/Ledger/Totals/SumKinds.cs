using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Ledger.Book;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Totals;

/// <summary>The sums by kind of all public money of a place, the same as the cube's, without reading the whole cube: the front page of a large place needs no more.</summary>
internal sealed class SumKinds(Db db)
{
    public async Task<IReadOnlyDictionary<MoneyKind, Sum>> For(Guid placeId, CancellationToken stop)
    {
        var sums = await db.Accounts(placeId).GroupBy(account => account.Kind)
            .Select(group => new { group.Key, Rows = group.Sum(account => (long)account.RowCount), Pence = group.Sum(account => account.Pence) })
            .ToDictionaryAsync(sum => sum.Key, sum => new Sum(sum.Rows, sum.Pence), stop);
        foreach (var amount in await PassedOn(placeId, stop))
        {
            sums[amount.Kind] = sums[amount.Kind] with { Pence = sums[amount.Kind].Pence - amount.Pence };
        }

        return sums;
    }

    private async Task<IReadOnlyList<PassedOn.Amount<Guid>>> PassedOn(Guid placeId, CancellationToken stop)
    {
        var funders = db.Set<Funder>().Where(funder => funder.PlaceId == placeId && funder.OrganisationId != null);
        var both = await funders
            .Where(funder => db.Recipients(placeId).Any(recipient => recipient.OrganisationId == funder.OrganisationId) && db.AllOrganisations(placeId).Any(known => known.Id == funder.OrganisationId))
            .Select(funder => funder.OrganisationId).Distinct().ToListAsync(stop);
        if (both.Count == 0)
        {
            return [];
        }

        var given = await (
            from account in db.Accounts(placeId)
            join funder in funders on account.FunderId equals funder.Id
            where both.Contains(funder.OrganisationId)
            group account.Pence by new { Body = funder.OrganisationId!.Value, account.Year, account.Kind } into sum
            select new { sum.Key, Pence = sum.Sum() }).ToListAsync(stop);
        var got = await (
            from account in db.Accounts(placeId)
            join recipient in db.Recipients(placeId) on account.RecipientId equals recipient.Id
            where both.Contains(recipient.OrganisationId)
            group account.Pence by new { Body = recipient.OrganisationId!.Value, account.Year } into sum
            select new { sum.Key, Pence = sum.Sum() }).ToListAsync(stop);
        return [.. Totals.PassedOn.Amounts(
            given.Select(sum => new PassedOn.Amount<Guid>(sum.Key.Body, sum.Key.Year, sum.Key.Kind, sum.Pence)),
            got.Select(sum => (sum.Key.Body, sum.Key.Year, sum.Pence)))];
    }
}
