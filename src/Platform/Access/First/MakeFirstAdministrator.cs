using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Makes the first person of an installation its operator and the place's administrator, by a link that only its console shows.</summary>
public sealed class MakeFirstAdministrator(Db db, OneTimeLinks links, Trail trail, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public sealed record Form(string? Key, string? Name, string? Email, Guid PlaceId);

    /// <summary>The link's path for the console; null once there is an administrator. A new link makes the earlier ones worthless.</summary>
    public async Task<string?> Link(CancellationToken stop)
    {
        if (await Exists(stop))
        {
            return null;
        }

        foreach (var old in await db.Set<OneTimeLink>().Where(link => link.Purpose == LinkPurpose.FirstAdministrator && link.UsedAt == null).ToListAsync(stop))
        {
            links.Use(old);
        }

        var secret = links.Make(new(LinkPurpose.FirstAdministrator, Life));
        await db.SaveChangesAsync(stop);
        return "/first-administrator?key=" + secret;
    }

    public async Task<bool> Works(string? key, CancellationToken stop) => await links.Find(key, LinkPurpose.FirstAdministrator, stop) is not null && !await Exists(stop);

    /// <summary>Null where the link works no longer.</summary>
    public async Task<Result<Person>?> Handle(Form form, CancellationToken stop)
    {
        if (await links.Find(form.Key, LinkPurpose.FirstAdministrator, stop) is not { } link || await Exists(stop))
        {
            return null;
        }

        if (EmailAddress.Tidy(form.Email) is not { } email)
        {
            return new Problem("Email", "Enter your email address, such as ann@example.org.");
        }

        if (PersonName.Tidy(form.Name) is not { } name)
        {
            return PersonName.Missing;
        }

        var now = clock.GetUtcNow();
        var person = await db.Set<Person>().FirstOrDefaultAsync(one => one.Email == email, stop)
            ?? db.Add(new Person { Id = Guid.CreateVersion7(now), Name = name, Email = email, CreatedAt = now, IsSample = false }).Entity;
        person.Name = name;
        db.Add(new Appointment { Id = Guid.CreateVersion7(now), PersonId = person.Id, Role = Role.Operator, ScopeId = Guid.Empty, Since = now });
        db.Add(new Appointment { Id = Guid.CreateVersion7(now), PersonId = person.Id, Role = Role.Administrator, ScopeId = form.PlaceId, PlaceId = form.PlaceId, Since = now });
        links.Use(link);
        trail.ByLink();
        await db.SaveChangesAsync(stop);
        return person;
    }

    /// <summary>Sample people do not count: the demo must still be taken into use by somebody real.</summary>
    private Task<bool> Exists(CancellationToken stop) => (
        from appointment in db.Set<Appointment>()
        join person in db.Set<Person>() on appointment.PersonId equals person.Id
        where appointment.Role == Role.Operator && appointment.EndedAt == null && !person.IsSample && person.DisabledAt == null
        select appointment).AnyAsync(stop);
}
