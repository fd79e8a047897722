using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Log;
using Trellis.Support.Plans;

namespace Trellis.Support.Peers;

/// <summary>Writes into the log how long one group helped another: one entry for the group that was helped.</summary>
internal sealed class LogPeerHours(Db db, TimeProvider clock)
{
    public sealed class Form
    {
        public string? Minutes { get; set; }

        public string? Done { get; set; }

        public Guid Ticket { get; set; }
    }

    public async Task<Result<Guid>> Handle(Introduction introduction, Form form, Guid byWhom, CancellationToken stop)
    {
        var done = Typed.Text(form.Done);
        if (!int.TryParse(form.Minutes, out var minutes) || minutes is < 1 or > 1_440)
        {
            return new Problem("Minutes", "Enter the minutes, from 1 to 1,440.");
        }

        if (done.Length is 0 or > 2_000)
        {
            return new Problem("Done", "Say in a few words what was done.");
        }

        if (form.Ticket == Guid.Empty || await db.Set<SupportEntry>().AnyAsync(one => one.Id == form.Ticket, stop))
        {
            return form.Ticket; // pressed twice
        }

        var now = clock.GetUtcNow();
        db.Add(new SupportEntry { Id = form.Ticket, PlaceId = introduction.PlaceId, OnDay = DateOnly.FromDateTime(now.UtcDateTime), Minutes = minutes, Way = Way.Peer, TopicId = introduction.TopicId, WorkerId = byWhom, Done = done, IsShared = true, WrittenAt = now });
        db.Add(new EntryGroup { EntryId = form.Ticket, OrganisationId = introduction.HelpedId });
        introduction.Minutes += minutes;
        return await db.SaveUnlessChanged(stop) ? form.Ticket : new Problem("", "Somebody else wrote hours down at this moment. Look at it again, then save.");
    }
}
