using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Platform.Access;

/// <summary>Forgets a passkey, signs its owner out everywhere but here, and tells them by mail.</summary>
internal sealed class RemovePasskey(Db db, EndSessions end, Post post)
{
    /// <summary>Null where they have no such passkey.</summary>
    public async Task<Passkey?> Handle(Actor who, Guid id, CancellationToken stop)
    {
        if (await db.Set<Passkey>().FirstOrDefaultAsync(one => one.Id == id && one.PersonId == who.PersonId, stop) is not { } passkey)
        {
            return null;
        }

        db.Remove(passkey);
        await end.All(who.PersonId, who.SessionId, stop);
        post.Queue(new(who.Email, "A passkey has been removed", Notice(passkey.Name), LetterKind.Account, PersonId: who.PersonId));
        await db.SaveChangesAsync(stop);
        return passkey;
    }

    private static string Notice(string name) =>
        $"""
        The passkey “{name}” signs you in no longer, and all other browsers have been signed out.

        If it was not you, sign in with a code and end the sessions you do not know.
        """;
}
