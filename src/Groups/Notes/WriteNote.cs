using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Groups.Notes;

/// <summary>Writes a note on a group, or adds to one.</summary>
internal sealed class WriteNote(Db db, TimeProvider clock)
{
    /// <param name="Ticket">Given with the empty form: whoever presses twice has written one note.</param>
    /// <param name="AddsTo">The note that it adds to; null for one of its own.</param>
    public sealed record Form(Guid PlaceId, Guid OrganisationId, Guid Author, Guid Ticket, string? Written, Note? AddsTo);

    public async Task<Result<Guid>> Handle(Form form, CancellationToken stop)
    {
        var read = Note.Read(form.Written);
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        var now = clock.GetUtcNow();
        var id = form.Ticket == Guid.Empty ? Guid.CreateVersion7(now) : form.Ticket;
        if (await IsWritten())
        {
            return id;
        }

        db.Add(new Note
        {
            Id = id,
            PlaceId = form.PlaceId,
            OrganisationId = form.OrganisationId,
            AuthorId = form.Author,
            WrittenAt = now,
            Text = read.Value,
            AddsTo = form.AddsTo?.AddsTo ?? form.AddsTo?.Id,
        });
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

        return id;

        Task<bool> IsWritten() => db.Set<Note>().AnyAsync(note => note.Id == id && note.OrganisationId == form.OrganisationId, stop);
    }
}
