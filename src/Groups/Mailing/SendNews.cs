using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Editing;
using Trellis.Groups.Lists;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Groups.Mailing;

/// <summary>Puts a letter of news for each reader of a list into the queue, once, however often it is pressed.</summary>
internal sealed class SendNews(Db db, Post post, FindReaders find, TimeProvider clock)
{
    private const int LongestSubject = 150;
    private const int Longest = 10_000;

    /// <param name="Ticket">Given with the empty form: whoever presses twice has sent it once.</param>
    public sealed record Form(KeptList List, Guid Ticket, string? About, string? Letter, Guid By);

    /// <summary>The letter as it would go out.</summary>
    public sealed record Draft(string Subject, string Body);

    /// <summary>Looks whether it can be sent as it is.</summary>
    public static Result<Draft> Read(string? about, string? letter)
    {
        var (subject, body) = (FreeText.Tidy(about)?.ReplaceLineEndings(" "), FreeText.Tidy(letter));
        Problem[] wrong =
        [
            .. subject is { Length: <= LongestSubject } ? [] : new[] { new Problem("About", $"Enter a subject of at most {LongestSubject} letters.") },
            .. body is { Length: <= Longest } ? [] : new[] { new Problem("Letter", $"Write the letter, in at most {Longest:N0} letters.") },
        ];
        return wrong.Length > 0 ? wrong : new Draft(subject!, body!);
    }

    /// <summary>The mailing, new or sent before.</summary>
    public async Task<Result<Guid>> Handle(Form form, CancellationToken stop)
    {
        var read = Read(form.About, form.Letter);
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        if (form.Ticket == Guid.Empty)
        {
            return new Problem("", "Look at the letter once more before it goes.");
        }

        if (await IsSent())
        {
            return form.Ticket;
        }

        var readers = await find.Handle(form.List, stop);
        if (readers.Will.Count == 0)
        {
            return new Problem("", "Nobody on this list has asked for news, so there is nobody to send it to.");
        }

        db.Add(Made(form, read.Value, readers));
        foreach (var reader in readers.Will)
        {
            var letter = post.Queue(new(reader.Email, read.Value.Subject, read.Value.Body, LetterKind.News, reader.PersonId, form.List.PlaceId, MayWait: true));
            db.Add(new MailedLetter { MailingId = form.Ticket, LetterId = letter });
        }

        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await IsSent())
            {
                throw;
            }
        }

        return form.Ticket;

        Task<bool> IsSent() => db.Set<NewsMailing>().AnyAsync(one => one.Id == form.Ticket && one.PlaceId == form.List.PlaceId, stop);
    }

    private NewsMailing Made(Form form, Draft draft, FindReaders.Readers readers) => new()
    {
        Id = form.Ticket,
        PlaceId = form.List.PlaceId,
        ListId = form.List.Id,
        ListName = form.List.Name,
        Subject = draft.Subject,
        Body = draft.Body,
        ById = form.By,
        QueuedAt = clock.GetUtcNow(),
        Groups = readers.Groups,
        NoContact = readers.NoContact,
        NotAsked = readers.NotAsked,
        Unreachable = readers.Unreachable,
    };
}
