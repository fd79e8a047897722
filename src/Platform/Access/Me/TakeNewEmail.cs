using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Platform.Access;

/// <summary>Changes a person's address to the one that the link was sent to, tells the old one, and signs them out everywhere else.</summary>
internal sealed class TakeNewEmail(Db db, OneTimeLinks links, EndSessions end, Post post, Acting acting, Trail trail)
{
    /// <summary>The address that would be taken; null where the link works no longer.</summary>
    public async Task<string?> Address(string? key, CancellationToken stop) => (await links.Find(key, LinkPurpose.NewEmail, stop))?.Email;

    /// <summary>Null where the link works no longer.</summary>
    public async Task<Result<string>?> Handle(string? key, CancellationToken stop)
    {
        if (await links.Find(key, LinkPurpose.NewEmail, stop) is not { SubjectId: { } personId, Email: { } email } link
            || await db.Set<Person>().FirstOrDefaultAsync(one => one.Id == personId && one.DisabledAt == null, stop) is not { } person)
        {
            return null;
        }

        if (await db.Set<Person>().AnyAsync(one => one.Email == email, stop))
        {
            return new Problem("", "This address has come to belong to another account meanwhile. Nothing has been changed.");
        }

        post.Queue(new(person.Email, "Your address has been changed", Notice(email), LetterKind.Account, PersonId: person.Id));
        person.Email = email;
        links.Use(link);
        trail.ByLink();
        await end.All(person.Id, acting.Person?.PersonId == person.Id ? acting.Person.SessionId : null, stop);
        await db.SaveChangesAsync(stop);
        return email;
    }

    private static string Notice(string email) =>
        $"""
        Your account is known by {email} from now on. This address signs nobody in any longer, and all other browsers have been signed out.

        If it was not you, write to the people who run this site at once.
        """;
}
