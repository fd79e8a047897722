using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Plans;

namespace Trellis.Support.Bids;

/// <summary>Writes down a bid that a group was helped with, and later what became of it.</summary>
internal sealed class KeepBid(Db db, TimeProvider clock)
{
    /// <param name="ticket">Given with the empty form: whoever presses twice has written one bid.</param>
    public async Task<Result<Guid>> Add(OrganisationSummary group, BidForm form, Guid ticket, Guid byWhom, CancellationToken stop)
    {
        var read = form.Read(Today);
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        if (ticket == Guid.Empty || await db.Set<Bid>().AnyAsync(one => one.Id == ticket, stop))
        {
            return ticket;
        }

        var bid = new Bid { Id = ticket, PlaceId = group.PlaceId, OrganisationId = group.Id, WorkerId = byWhom, Funder = "", Purpose = "", HelpedOn = Today, Outcome = default, WrittenAt = clock.GetUtcNow() };
        Take(bid, read.Value);
        db.Add(bid);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await db.Set<Bid>().AnyAsync(one => one.Id == ticket, stop))
            {
                throw;
            }
        }

        return ticket;
    }

    /// <summary>False where somebody else was quicker and nothing was changed.</summary>
    public async Task<Result<bool>> Change(Bid bid, int version, BidForm form, CancellationToken stop)
    {
        var read = form.Read(Today);
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        if (bid.Version != version)
        {
            return false;
        }

        Take(bid, read.Value);
        return await db.SaveUnlessChanged(stop);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static void Take(Bid bid, BidForm.Said said)
    {
        (bid.Funder, bid.Purpose, bid.AskedPence, bid.HelpedOn) = (said.Funder, said.Purpose, said.Asked, said.HelpedOn);
        (bid.SubmittedOn, bid.Outcome, bid.DecidedOn, bid.WonPence) = (said.SubmittedOn, said.Outcome, said.DecidedOn, said.Won);
    }
}
