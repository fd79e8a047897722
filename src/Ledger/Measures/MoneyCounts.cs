using Trellis.Ledger.Book;
using Trellis.Ledger.Look;
using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;

namespace Trellis.Ledger.Measures;

/// <summary>How much public money is on record, for the front page; each figure opens to its rows.</summary>
internal sealed class MoneyCounts(Cubes cubes, Texts t) : ICounts
{
    public int Order => 20;

    public async Task<IReadOnlyList<Count>> Read(Place place, CancellationToken stop)
    {
        var sums = await cubes.Kinds(place.Id, stop);
        return
        [
            .. Rows(sums.GetValueOrDefault(MoneyKind.Grants), MoneyKind.Grants, "grants", t["grants to groups"]),
            .. Rows(sums.GetValueOrDefault(MoneyKind.Payments), MoneyKind.Payments, "payments", t["payments by the council"]),
        ];
    }

    private IEnumerable<Count> Rows(Sum sum, MoneyKind kind, string key, string title)
    {
        var filter = new MoneyFilter { Kind = kind };
        if (sum.Rows > 0)
        {
            yield return new(key, title, sum.Rows.ToString("N0"), Address.Url(Paths.Rows, filter), t["{0} in all", new Money(sum.Pence).ToShortString()]);
        }
    }
}
