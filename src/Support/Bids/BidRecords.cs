using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;

namespace Trellis.Support.Bids;

/// <summary>Bids that groups were helped with, for reports.</summary>
internal sealed class BidRecords(Db db) : IRecords
{
    public string Kind => "bids";

    public string Title => "Bids that groups were helped with";

    public string Definition => "A bid for money that a group was helped with, by the day of the decision; without one by the day it was handed in; before that by the day the help began.";

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string> { ["outcome"] = "What became of it", ["submitted"] = "Whether it was handed in", ["funder"] = "Who was asked" };

    public IReadOnlyDictionary<string, string> Numbers { get; } = new Dictionary<string, string> { ["asked-pence"] = "Asked for, in pence", ["won-pence"] = "Won, in pence" };

    public async Task<IReadOnlyList<CountedRecord>> Read(Place place, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var rows = await (
            from bid in db.Bids(place.Id).AsNoTracking()
            where (bid.DecidedOn ?? bid.SubmittedOn ?? bid.HelpedOn) >= first && (bid.DecidedOn ?? bid.SubmittedOn ?? bid.HelpedOn) <= last
            join organisation in db.AllOrganisations(place.Id) on bid.OrganisationId equals organisation.Id
            select new { bid, organisation.Slug }).ToListAsync(stop);
        return [.. rows.Select(row => new CountedRecord(row.bid.Id, row.bid.DecidedOn ?? row.bid.SubmittedOn ?? row.bid.HelpedOn, $"{row.bid.Funder}: {row.bid.Purpose}")
        {
            Url = $"/groups/{row.Slug}/bids/{row.bid.Id}",
            Groups = [row.bid.OrganisationId],
            Words = new Dictionary<string, string> { ["outcome"] = BidServices.Of(row.bid.Outcome), ["submitted"] = row.bid.SubmittedOn is null ? "No" : "Yes", ["funder"] = row.bid.Funder },
            Numbers = new[] { ("asked-pence", row.bid.AskedPence), ("won-pence", row.bid.WonPence) }.Where(one => one.Item2 is not null).ToDictionary(one => one.Item1, one => one.Item2!.Value),
        }).OrderBy(record => record.On).ThenBy(record => record.Id)];
    }
}
