using Microsoft.AspNetCore.DataProtection;
using Trellis.Platform.Data;

namespace Trellis.Platform.Notices;

/// <summary>What to write to whom, in plain text; the page around it and the HTML are made when it goes.</summary>
/// <param name="MayWait">Whether it can be part of a digest, where its reader wants one: never a code or an answer somebody waits for.</param>
public sealed record Message(string To, string Subject, string Text, LetterKind Kind = LetterKind.Service, Guid? PersonId = null, Guid? PlaceId = null, bool MayWait = false);

/// <summary>Puts letters into the queue, saved with the change that asks for them: no change without its letter, no letter without its change.</summary>
public sealed class Post(Db db, IDataProtectionProvider keys, TimeProvider clock)
{
    internal const string Purpose = "letters";

    private readonly IDataProtector protector = keys.CreateProtector(Purpose);

    /// <summary>The letter's id, by which can be seen what becomes of it.</summary>
    public Guid Queue(Message message)
    {
        var now = clock.GetUtcNow();
        return db.Add(new Letter
        {
            Id = Guid.CreateVersion7(now),
            PlaceId = message.PlaceId,
            PersonId = message.PersonId,
            Email = message.To,
            Kind = message.Kind,
            Subject = protector.Protect(message.Subject),
            Body = protector.Protect(message.Text),
            State = LetterState.Waiting,
            QueuedAt = now,
            DueAt = now,
            MayWait = message.MayWait,
        }).Entity.Id;
    }

    /// <summary>What a job that writes letters says of itself.</summary>
    public static string Written(int letters) => letters == 1 ? "1 letter was written." : $"{letters:N0} letters were written.";

    /// <summary>What a waiting letter says.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys it was written with are gone.</exception>
    internal string Read(Letter letter) => protector.Unprotect(letter.Body);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys it was written with are gone.</exception>
    internal string Subject(Letter letter) => protector.Unprotect(letter.Subject);
}
