using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Finds the person whom an outside site vouches for, or makes them one of ours.</summary>
internal sealed class TakeOutsidePerson(Db db, TimeProvider clock)
{
    /// <param name="IsVerified">Whether the outside site has itself reached them at the address.</param>
    public sealed record Said(string? Issuer, string? Subject, string? Email, bool IsVerified, string? Name);

    /// <summary>Null where it does not vouch for an address, or the person is disabled.</summary>
    public async Task<Person?> Handle(Said said, CancellationToken stop)
    {
        if (said is not { Issuer: { Length: > 0 } issuer, Subject: { Length: > 0 } subject, IsVerified: true } || EmailAddress.Tidy(said.Email) is not { } email)
        {
            return null;
        }

        if (await Known(issuer, subject, stop) is { } known)
        {
            return known.DisabledAt is null ? known : null;
        }

        var now = clock.GetUtcNow();
        var person = await db.Set<Person>().FirstOrDefaultAsync(one => one.Email == email, stop)
            ?? db.Add(new Person { Id = Guid.CreateVersion7(now), Name = PersonName.Tidy(said.Name) ?? "", Email = email, CreatedAt = now, IsSample = false }).Entity;
        if (person.DisabledAt is not null)
        {
            return null;
        }

        db.Add(new OutsideIdentity { Id = Guid.CreateVersion7(now), PersonId = person.Id, Issuer = issuer, Subject = subject, CreatedAt = now });
        await db.SaveChangesAsync(stop);
        return person;
    }

    private Task<Person?> Known(string issuer, string subject, CancellationToken stop) => (
        from identity in db.Set<OutsideIdentity>()
        join person in db.Set<Person>() on identity.PersonId equals person.Id
        where identity.Issuer == issuer && identity.Subject == subject
        select person).FirstOrDefaultAsync(stop);
}
