using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Platform.Access;

/// <summary>Forgets all passkeys of somebody who has lost theirs, signs them out everywhere, and tells them by mail. For whoever runs the machine.</summary>
public sealed class ForgetPasskeys(Db db, EndSessions end, Post post, Trail trail)
{
    /// <summary>How many there were.</summary>
    public async Task<Result<int>> Handle(string address, CancellationToken stop)
    {
        var email = EmailAddress.Tidy(address);
        if (await db.Set<Person>().FirstOrDefaultAsync(one => one.Email == email, stop) is not { } person)
        {
            return new Problem("Email", $"Nobody here has the address {address}.");
        }

        var passkeys = await db.Set<Passkey>().Where(one => one.PersonId == person.Id).ToListAsync(stop);
        trail.Call("forget-passkeys");
        db.RemoveRange(passkeys);
        await end.All(person.Id, null, stop);
        post.Queue(new(person.Email, "Your passkeys have been removed", Notice, LetterKind.Account, PersonId: person.Id));
        await db.SaveChangesAsync(stop);
        return passkeys.Count;
    }

    private const string Notice =
        """
        The people who run this site have removed all your passkeys and signed you out everywhere, so that you can add a new one. Sign in with a code to do so.

        If you did not ask them to, tell them at once.
        """;
}
