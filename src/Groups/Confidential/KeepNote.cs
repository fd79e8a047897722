using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Confidential;
using Trellis.Platform.Data;

namespace Trellis.Groups.Confidential;

/// <summary>Writes, reads and removes confidential notes about a group.</summary>
internal sealed class KeepNote(Db db, ConfidentialTexts texts, TimeProvider clock)
{
    private const int Longest = 20_000;

    /// <param name="About">The address of the person it is about; may be left out.</param>
    public sealed record Form(string? Text, string? About);

    /// <summary>One of the list: what it says is not in it.</summary>
    public sealed record Line(Guid Id, DateTimeOffset At, string? Author, bool IsAboutPerson);

    public sealed record Seen(Line Line, string Text);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<Line>> All(Organisation group, CancellationToken stop) => await Lines(Of(group)).ToListAsync(stop);

    public async Task<Result<Guid>> Write(Organisation group, Actor by, Form form, CancellationToken stop)
    {
        if (FreeText.Tidy(form.Text) is not { Length: <= Longest } text)
        {
            return new Problem("Text", "Write the note, in at most 20,000 letters.");
        }

        Guid? subject = null;
        if (!string.IsNullOrWhiteSpace(form.About) && (subject = await Subject(group.PlaceId, form.About, stop)) is null)
        {
            return new Problem("About", "Nobody with this address holds or held a role here. Leave it empty if the person has no account.");
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var closed = await texts.Close(group.PlaceId, ConfidentialNote.Text, id, text, stop);
        if (!closed.Succeeded)
        {
            return closed.Problems[0];
        }

        db.Add(new ConfidentialNote { Id = id, PlaceId = group.PlaceId, OrganisationId = group.Id, AuthorId = by.PersonId, SubjectId = subject, SealedText = closed.Value, WrittenAt = now });
        await db.SaveChangesAsync(stop);
        return id;
    }

    /// <summary>Null where the group has no such note. That it was read stands in the history before it is shown.</summary>
    public async Task<Result<Seen>?> Read(Organisation group, Guid id, CancellationToken stop)
    {
        if (await Of(group).FirstOrDefaultAsync(note => note.Id == id, stop) is not { } note)
        {
            return null;
        }

        var text = await texts.Open(group.PlaceId, ConfidentialNote.Text, note.Id, note.SealedText, stop);
        return text.Succeeded ? new Seen(await Lines(Of(group).Where(one => one.Id == id)).FirstAsync(stop), text.Value) : text.Problems[0];
    }

    /// <summary>Null where the group has no such note.</summary>
    public async Task<Result<Guid>?> Remove(Organisation group, Guid id, CancellationToken stop)
    {
        if (await Of(group).AsTracking().FirstOrDefaultAsync(note => note.Id == id, stop) is not { } note)
        {
            return null;
        }

        if (await texts.Hindrance(group.PlaceId, stop) is { } hindrance)
        {
            return hindrance;
        }

        db.Remove(note);
        await db.SaveChangesAsync(stop);
        return id;
    }

    /// <summary>Also those of groups that have become part of this one.</summary>
    private IQueryable<ConfidentialNote> Of(Organisation group)
    {
        var (place, id) = (group.PlaceId, group.Id);
        return db.Set<ConfidentialNote>().AsNoTracking().Where(note => note.PlaceId == place
            && (note.OrganisationId == id || db.Set<Organisation>().Any(merged => merged.Id == note.OrganisationId && merged.MergedIntoId == id)));
    }

    private IQueryable<Line> Lines(IQueryable<ConfidentialNote> notes) =>
        from note in notes
        join person in db.Set<Person>() on note.AuthorId equals person.Id into authors
        from author in authors.DefaultIfEmpty()
        orderby note.WrittenAt descending, note.Id descending
        select new Line(note.Id, note.WrittenAt, author == null ? null : author.Name == "" ? author.Email : author.Name, note.SubjectId != null);

    private async Task<Guid?> Subject(Guid placeId, string typed, CancellationToken stop) => EmailAddress.Tidy(typed) is { } email
        ? await db.Set<Person>().Where(person => person.Email == email && db.Set<Appointment>().Any(role => role.PersonId == person.Id && role.PlaceId == placeId)).Select(person => (Guid?)person.Id).FirstOrDefaultAsync(stop)
        : null;
}
