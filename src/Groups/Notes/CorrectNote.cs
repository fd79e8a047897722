using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Groups.Notes;

/// <summary>Corrects a note within a day of its writing, by whoever wrote it.</summary>
internal sealed class CorrectNote(Db db, TimeProvider clock)
{
    public async Task<Result<Guid>> Handle(Note note, string? written, Guid byWhom, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (!note.MayCorrect(byWhom, now))
        {
            return new Problem("Written", "A note can be corrected within a day, by whoever wrote it. Add to it instead.");
        }

        var read = Note.Read(written);
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        if (read.Value != note.Text)
        {
            (note.Text, note.CorrectedAt) = (read.Value, now);
            try
            {
                await db.SaveChangesAsync(stop);
            }
            catch (DbUpdateConcurrencyException)
            {
                return new Problem("Written", "You have corrected this note in another window meanwhile. Look at it again.");
            }
        }

        return note.Id;
    }
}
