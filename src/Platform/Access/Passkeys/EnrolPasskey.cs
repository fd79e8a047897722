using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Platform.Access;

/// <summary>Takes a new passkey from somebody's device, and tells them by mail.</summary>
internal sealed class EnrolPasskey(Db db, IPasskeyHandler<Person> passkeys, PasskeyChallenges challenges, Post post, TimeProvider clock)
{
    private const int Most = 20;
    private const int LongestName = 60;
    private const int LongestAnswer = 20_000;
    private static readonly Problem TooLate = new("", "That took too long, or this page was used before. Press the button again.");
    private static readonly Problem Refused = new("", "Your device’s answer cannot be used here. Try again, or with another device.");

    /// <param name="Name">What its owner calls it; the device's own name where they left it empty.</param>
    public sealed record Form(Guid Challenge, string? Credential, string? Name, string Device);

    /// <summary>The question for the browser, and by which id to answer it.</summary>
    public async Task<(Guid Id, string Options)> Begin(HttpContext context, Actor who, CancellationToken stop)
    {
        var made = await passkeys.MakeCreationOptionsAsync(new() { Id = who.PersonId.ToString(), Name = who.Email, DisplayName = who.Name }, context);
        return (await challenges.Put(context, PasskeyPurpose.Enrol, who.PersonId, made.AttestationState!, stop), made.CreationOptionsJson);
    }

    public async Task<Result<Passkey>> Handle(HttpContext context, Actor who, Form form, CancellationToken stop)
    {
        if (form.Credential is not { Length: > 0 and < LongestAnswer } credential
            || await challenges.Take(context, form.Challenge, PasskeyPurpose.Enrol, who.PersonId, stop) is not { } state)
        {
            return TooLate;
        }

        var done = await passkeys.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential, AttestationState = state });
        if (!done.Succeeded || done.UserEntity.Id != who.PersonId.ToString() || !done.Passkey.IsUserVerified)
        {
            return Refused;
        }

        if (await db.Set<Passkey>().CountAsync(one => one.PersonId == who.PersonId, stop) >= Most)
        {
            return new Problem("", "You have twenty passkeys. Remove one you no longer use first.");
        }

        var passkey = Make(who, done.Passkey, Name(form));
        db.Add(passkey);
        post.Queue(new(who.Email, "A passkey has been added", Notice(passkey.Name), LetterKind.Account, PersonId: who.PersonId));
        await db.SaveChangesAsync(stop);
        return passkey;
    }

    private static string Name(Form form)
    {
        var name = string.Join(' ', (form.Name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length is 0 || name.Any(char.IsControl) ? form.Device : name.Length > LongestName ? name[..LongestName] : name;
    }

    private Passkey Make(Actor who, UserPasskeyInfo made, string name)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            PersonId = who.PersonId,
            CredentialId = Passkey.Text(made.CredentialId),
            PublicKey = Passkey.Text(made.PublicKey),
            Name = name,
            CreatedAt = now,
            SignCount = made.SignCount,
            Transports = string.Join(',', (made.Transports ?? []).Where(one => one.Length < 20 && one.All(letter => char.IsAsciiLetterLower(letter) || letter == '-')).Take(10)),
            IsUserVerified = made.IsUserVerified,
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
        };
    }

    private static string Notice(string name) =>
        $"""
        The passkey “{name}” can sign you in from now on.

        If you did not add it, sign in, remove it under “Your account”, and end the sessions you do not know.
        """;
}
