using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Platform.Access;

/// <summary>Sends a link to the address that somebody wants to be known by from now on; nothing changes until it is followed.</summary>
internal sealed class AskNewEmail(Db db, OneTimeLinks links, Post post, Rates rates)
{
    private const int Most = 5;
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <param name="Link">Makes an absolute address of one of this site's own.</param>
    public sealed record Form(Actor Who, string? Email, Func<string, string> Link);

    /// <summary>Returns the address that the link went to.</summary>
    public async Task<Result<string>> Handle(Form form, CancellationToken stop)
    {
        if (EmailAddress.Tidy(form.Email) is not { } email)
        {
            return new Problem("Email", "Enter your new email address, such as ann@example.org.");
        }

        if (email == form.Who.Email)
        {
            return new Problem("Email", "That is the address you have now. Enter another one.");
        }

        if (!await rates.Allow("new-email:" + form.Who.PersonId, Most, Life, stop))
        {
            return new Problem("Email", "You have asked for a new address five times today. Try again tomorrow.");
        }

        await links.UseUp(LinkPurpose.NewEmail, form.Who.PersonId, stop); // one mistyped before must not lead anywhere any more

        // Whoever asks is told the same either way: only the mailbox's owner learns that the address is known here. A link that nobody is sent waits all the same.
        var link = form.Link("/new-email?key=" + MakeLink(form.Who, email));
        post.Queue(new(email, "Your new address", await db.Set<Person>().AnyAsync(one => one.Email == email, stop) ? Taken : Follow(link), LetterKind.Account));
        post.Queue(new(form.Who.Email, "Somebody wants to change your address", Notice(email, form.Link("/me")), LetterKind.Account, PersonId: form.Who.PersonId));
        await db.SaveChangesAsync(stop);
        return email;
    }

    /// <summary>The address that a link waits for; null where none does.</summary>
    public async Task<string?> Waiting(Guid personId, CancellationToken stop) => (await links.Waiting(LinkPurpose.NewEmail, personId, stop))?.Email;

    /// <summary>Keeps the address as it is: the link that was sent works no longer.</summary>
    public async Task Cancel(Guid personId, CancellationToken stop)
    {
        await links.UseUp(LinkPurpose.NewEmail, personId, stop);
        await db.SaveChangesAsync(stop);
    }

    private string MakeLink(Actor who, string email) => links.Make(new(LinkPurpose.NewEmail, Life, SubjectId: who.PersonId, Email: email, MadeBy: who.PersonId));

    private static string Follow(string link) =>
        $"""
        To use this address for your account from now on, open

        {link}

        and press the button there. The link works once, for 24 hours.

        If you did not ask for it, you need do nothing: without this link nothing changes.
        """;

    private const string Taken =
        """
        Somebody asked to use this address for their account. It belongs to an account already, so nothing has been changed.

        If it was you: sign in with this address instead. If it was not you, you need do nothing.
        """;

    private static string Notice(string email, string account) =>
        $"""
        Somebody signed in as you asked to use {email} for your account instead of this address. Nothing changes until they open a link sent there.

        If it was not you, open {account} at once, keep the address you have by the button there, end the sessions you do not know, and tell the people who run this site.
        """;
}
