using Microsoft.EntityFrameworkCore;
using MimeKit;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;

namespace Trellis.Platform.Notices;

/// <summary>Takes note of mail that came back, and of addresses that work again.</summary>
public sealed class TakeReturned(Db db, Trail trail, TimeProvider clock)
{
    /// <summary>Somebody says that letters to this address come back.</summary>
    public async Task<Result<string>> Say(string? typed, CancellationToken stop)
    {
        if (EmailAddress.Tidy(typed) is not { } email)
        {
            return new Problem("Email", "Enter the address that letters came back from, such as ann@example.org.");
        }

        await Mark(email, "A letter came back, somebody here said.", stop);
        await db.SaveChangesAsync(stop);
        return email;
    }

    /// <summary>Somebody has made sure that the address works.</summary>
    public async Task<bool> Works(string email, CancellationToken stop)
    {
        if (await db.Set<Unreachable>().FirstOrDefaultAsync(address => address.Email == email, stop) is not { } marked)
        {
            return false;
        }

        db.Remove(marked);
        await Note(email, DeedKind.Removed, stop);
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>
    /// Reads a report of failed delivery (RFC 3464). Only one that returns a letter of ours, sent to that very address, counts:
    /// otherwise anybody could silence anybody by writing such a report.
    /// </summary>
    public async Task<Result<string>> Read(Stream mail, CancellationToken stop)
    {
        MimeMessage message;
        try
        {
            message = await MimeMessage.LoadAsync(mail, stop);
        }
        catch (FormatException)
        {
            return new Problem("", "This is not a mail.");
        }

        if (Failed(message) is not { } failed || EmailAddress.Tidy(failed.Address) is not { } email)
        {
            return new Problem("", "This mail does not report a letter to a mailbox that there is not.");
        }

        if (Returned(message) is not { } id || !await db.Set<Letter>().AnyAsync(letter => letter.Id == id && letter.Email == email, stop))
        {
            return new Problem("", "The mail that came back is none of ours, or went to another address.");
        }

        await Mark(email, $"A letter came back: {failed.Why}", stop);
        await db.SaveChangesAsync(stop);
        return email;
    }

    /// <summary>Notes that an address does not work. Saved with the caller's change.</summary>
    internal async Task Mark(string email, string why, CancellationToken stop)
    {
        if (await db.Set<Unreachable>().FindAsync([email], stop) is null)
        {
            db.Add(new Unreachable { Email = email, Since = clock.GetUtcNow(), Reason = OneLine.Of(why) });
            await Note(email, DeedKind.Added, stop);
        }
    }

    /// <summary>So that nobody is cut off from their letters without a trace: in the history of whoever reads that mailbox, where they have an account.</summary>
    private async Task Note(string email, DeedKind kind, CancellationToken stop)
    {
        var reader = await db.Set<Person>().Where(person => person.Email == email).Select(person => (Guid?)person.Id).FirstOrDefaultAsync(stop);
        trail.Note(new(nameof(Unreachable), reader ?? Guid.CreateVersion7(clock.GetUtcNow()), null, kind, []));
    }

    private static (string Address, string Why)? Failed(MimeMessage message)
    {
        foreach (var group in message.BodyParts.OfType<MessageDeliveryStatus>().SelectMany(report => report.StatusGroups))
        {
            if (group["Action"]?.Trim().Equals("failed", StringComparison.OrdinalIgnoreCase) == true && group["Status"] is { } status && NoMailbox.Says(status, group["Diagnostic-Code"]) && group["Final-Recipient"] is { } recipient)
            {
                return (recipient[(recipient.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim(), group["Diagnostic-Code"] ?? "it could not be delivered");
            }
        }

        return null;
    }

    /// <summary>The letter whose head came back with the report.</summary>
    private static Guid? Returned(MimeMessage message)
    {
        var id = message.BodyParts.OfType<MessagePart>().Select(part => part.Message?.MessageId).FirstOrDefault(found => found is not null)
            ?? message.BodyParts.OfType<TextRfc822Headers>().Select(part => part.Message?.MessageId).FirstOrDefault(found => found is not null);
        return Guid.TryParseExact(id?.Split('@')[0], "n", out var letter) ? letter : null;
    }
}
