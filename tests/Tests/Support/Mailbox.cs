using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Tests.Support;

/// <summary>What people do with their mail: read the latest letter, type its code, follow its link.</summary>
internal static partial class Mailbox
{
    /// <summary>What the latest letter to this address says; fails where there is none.</summary>
    public static async Task<string> LatestLetter(this Site site, string email)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var letter = await scope.ServiceProvider.GetRequiredService<Db>().Set<Letter>().Where(one => one.Email == email).OrderByDescending(one => one.Id).FirstAsync();
        return scope.ServiceProvider.GetRequiredService<Post>().Read(letter);
    }

    public static async Task<string> LatestCode(this Site site, string email) => SixDigits().Match(await site.LatestLetter(email)).Value;

    /// <summary>Goes through the pages of signing in, as anybody would, and returns the visitor.</summary>
    public static async Task<Visitor> SignIn(this Site site, string email)
    {
        site.Clock.Pass(TimeSpan.FromSeconds(1)); // so that the latest letter is the latest
        var visitor = site.Visit();
        var asked = await (await visitor.Open("/sign-in")).Submit(("Email address", email));
        var entered = await (await asked.FollowRedirect()).Submit(("Code", await site.LatestCode(email)));
        Assert.Equal(302, entered.Status);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        return visitor;
    }

    /// <summary>Signs in somebody who holds a role.</summary>
    public static async Task<Visitor> SignInAs(this Site site, Role role, Guid scopeId, Guid? placeId, string? email = null)
    {
        email ??= $"{role}-{scopeId:n}@example.org".ToLowerInvariant();
        await site.Appoint(role, scopeId, placeId, email);
        await site.InDb(async db =>
        {
            var now = site.Clock.GetUtcNow();
            var person = await db.Set<Person>().FirstAsync(one => one.Email == email);

            // As if given today: a role held for more than a week asks for a passkey, which is tested on its own.
            await db.Set<Appointment>().Where(one => one.PersonId == person.Id && one.EndedAt == null).ExecuteUpdateAsync(one => one.SetProperty(a => a.Since, now));
        });
        return await site.SignIn(email);
    }

    /// <summary>Makes sure that somebody holds a role.</summary>
    public static Task Appoint(this Site site, Role role, Guid scopeId, Guid? placeId, string email) => site.InDb(async db =>
    {
        var now = site.Clock.GetUtcNow();
        var person = await db.Set<Person>().FirstOrDefaultAsync(one => one.Email == email)
            ?? db.Add(new Person { Id = Guid.CreateVersion7(now), Name = role.Title(), Email = email, CreatedAt = now, IsSample = false }).Entity;
        if (!await db.Set<Appointment>().AnyAsync(one => one.PersonId == person.Id && one.Role == role && one.ScopeId == scopeId && one.EndedAt == null))
        {
            db.Add(new Appointment { Id = Guid.CreateVersion7(now), PersonId = person.Id, Role = role, ScopeId = scopeId, PlaceId = placeId, Since = now });
        }

        await db.SaveChangesAsync();
    });

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex SixDigits();
}
