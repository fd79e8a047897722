using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;

namespace Trellis.Platform.Access;

/// <summary>Makes somebody an administrator of a place that has none yet, or none any more. For whoever runs the machine.</summary>
public sealed class MakeAdministrator(Db db, EndSessions end, Post post, Trail trail, TimeProvider clock)
{
    /// <param name="address">Of somebody known here or not: they sign in with a code sent there.</param>
    public async Task<Result<Person>> Handle(string? address, Place place, CancellationToken stop)
    {
        if (EmailAddress.Tidy(address) is not { } email)
        {
            return new Problem("Email", "Give the email address they sign in with, such as ann@example.org.");
        }

        var now = clock.GetUtcNow();
        var person = await db.Set<Person>().FirstOrDefaultAsync(one => one.Email == email, stop)
            ?? db.Add(new Person { Id = Guid.CreateVersion7(now), Name = "", Email = email, CreatedAt = now, IsSample = false }).Entity;
        if (person.DisabledAt is not null || person.IsSample)
        {
            return new Problem("Email", person.IsSample ? $"{email} is one of the demo's made-up people." : $"The account of {email} is disabled. Enable it first.");
        }

        if (await db.Set<Appointment>().AnyAsync(one => one.PersonId == person.Id && one.Role == Role.Administrator && one.ScopeId == place.Id && one.EndedAt == null, stop))
        {
            return new Problem("Email", $"{email} administers {place.Name} already.");
        }

        db.Add(new Appointment { Id = Guid.CreateVersion7(now), PersonId = person.Id, Role = Role.Administrator, ScopeId = place.Id, PlaceId = place.Id, Since = now });
        await end.All(person.Id, null, stop); // more rights begin with a new token
        trail.Call("administrator");
        post.Queue(new(email, $"You are now {Role.Administrator.Title()} in {place.Name}", Text(place.Name), PersonId: person.Id, PlaceId: place.Id));
        await db.SaveChangesAsync(stop);
        return person;
    }

    private static string Text(string place) =>
        $"""
        The people who run this site have made you administrator of {place}. Sign in with this address to invite others and to give them their roles.

        If you know nothing of this, tell them.
        """;
}
