using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Enquiries;

namespace Trellis.Support.Log;

/// <summary>Writes one act of help into the support log, or corrects what stands there.</summary>
internal sealed class SaveEntry(Db db, ReadEntryForm read, TimeProvider clock)
{
    /// <summary>The form's own ticket becomes the entry's id, so that pressing twice writes once.</summary>
    public async Task<Result<Guid>> Add(Guid placeId, EntryForm form, Guid worker, CancellationToken stop)
    {
        var meant = await read.Handle(placeId, form, null, stop);
        if (!meant.Succeeded)
        {
            return meant.Problems.ToArray();
        }

        form.Ticket = form.Ticket == Guid.Empty ? Guid.CreateVersion7(clock.GetUtcNow()) : form.Ticket;
        if (await IsWritten())
        {
            return form.Ticket;
        }

        if (await Overlap(placeId, form, meant.Value, worker, form.Ticket, stop) is { } problem)
        {
            return problem;
        }

        var enquiry = await db.Enquiries(placeId).Where(one => one.Id == form.Enquiry).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(stop);
        var entry = New(placeId, form, meant.Value, (worker, enquiry));
        db.Add(entry);
        db.AddRange(meant.Value.Groups.Select(group => new EntryGroup { EntryId = entry.Id, OrganisationId = group.Id }));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await IsWritten())
            {
                throw;
            }
        }

        return form.Ticket;

        Task<bool> IsWritten() => db.SupportEntries(placeId).AnyAsync(one => one.Id == form.Ticket && one.WorkerId == worker, stop);
    }

    /// <summary>Corrects an entry that was read for changing; its groups may change as well.</summary>
    public async Task<Result<Guid>> Correct(SupportEntry entry, EntryForm form, CancellationToken stop)
    {
        var meant = await read.Handle(entry.PlaceId, form, entry.TopicId, stop);
        if (!meant.Succeeded)
        {
            return meant.Problems.ToArray();
        }

        if (entry.WorkerId is { } worker && await Overlap(entry.PlaceId, form, meant.Value, worker, entry.Id, stop) is { } problem)
        {
            return problem;
        }

        var now = meant.Value;
        (entry.OnDay, entry.Minutes, entry.Began, entry.Way, entry.TopicId) = (now.OnDay, now.Minutes, now.Began, now.Way, now.Topic);
        (entry.Done, entry.NextStep, entry.NextOn, entry.IsShared) = (now.Done, now.NextStep, now.NextOn, form.IsShared);
        var had = await db.Set<EntryGroup>().Where(about => about.EntryId == entry.Id).ToListAsync(stop);
        db.RemoveRange(had.Where(about => now.Groups.All(group => group.Id != about.OrganisationId)));
        db.AddRange(now.Groups.Where(group => had.TrueForAll(about => about.OrganisationId != group.Id)).Select(group => new EntryGroup { EntryId = entry.Id, OrganisationId = group.Id }));
        try
        {
            await db.SaveChangesAsync(stop);
            return entry.Id;
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            return new Problem("", "Somebody else has corrected this entry just now. Look at it again.");
        }
    }

    private SupportEntry New(Guid placeId, EntryForm form, ReadEntryForm.Meant meant, (Guid Worker, Guid? Enquiry) of) => new()
    {
        Id = form.Ticket,
        PlaceId = placeId,
        OnDay = meant.OnDay,
        Minutes = meant.Minutes,
        Began = meant.Began,
        Way = meant.Way,
        TopicId = meant.Topic,
        WorkerId = of.Worker,
        Done = meant.Done,
        NextStep = meant.NextStep,
        NextOn = meant.NextOn,
        EnquiryId = of.Enquiry,
        IsShared = form.IsShared,
        WrittenAt = clock.GetUtcNow(),
    };

    /// <summary>Nobody helps twice at the same time, nor for longer than a day has: asked about once, then believed.</summary>
    private async Task<Problem?> Overlap(Guid placeId, EntryForm form, ReadEntryForm.Meant meant, Guid worker, Guid own, CancellationToken stop)
    {
        var day = meant.OnDay;
        var others = await db.SupportEntries(placeId).Where(one => one.WorkerId == worker && one.OnDay == day && one.Id != own)
            .Select(one => new { one.Began, Minutes = one.Minutes ?? 0 }).ToListAsync(stop);
        if (others.Sum(one => one.Minutes) + meant.Minutes > ReadEntryForm.MostMinutes)
        {
            return new Problem("Minutes", "With this there would be more than 24 hours of help on this day. Look at the day, or correct the other entries first.");
        }

        var same = meant.Began is { } began ? others.Find(one => one.Began < began + meant.Minutes && began < one.Began + one.Minutes) : null;
        return same?.Began is { } other && !form.Overlaps
            ? new Problem("Overlaps", $"At this time you have logged other help already, from {Clock(other)} to {Clock(other + same.Minutes)}. Put the time right, or say that both are right.")
            : null;
    }

    private static string Clock(int minute) => $"{minute / 60 % 24:00}:{minute % 60:00}";
}
