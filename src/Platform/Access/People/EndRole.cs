using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Platform.Access;

/// <summary>Ends a role, another's or one's own. No place is left without an administrator, no installation without an operator, no group silently without a lead.</summary>
internal sealed class EndRole(Db db, Post post, EndSessions end, Trail trail, TellNoLead tell, TimeProvider clock)
{
    /// <param name="Successor">Who takes over, where there must or may be somebody: a person's id.</param>
    /// <param name="ScopeName">What the place or group is called, for the letters.</param>
    public sealed record Form(Guid AppointmentId, string? Because, string? Successor, string ScopeName);

    /// <summary>What there is to end: whose role it is, whether it is the last of its kind, and who could take over.</summary>
    public sealed record Seen(Appointment Role, Person Person, bool IsLast, IReadOnlyList<Person> Heirs)
    {
        /// <summary>A place needs an administrator and an installation an operator; a group without a lead is only told of.</summary>
        public bool NeedsHeir => IsLast && Role.Role is (Access.Role.Administrator or Access.Role.Operator);
    }

    /// <summary>Null where the place has no such role, or the actor may not end it.</summary>
    public async Task<Seen?> Look(Actor by, Guid appointmentId, Guid placeId, CancellationToken stop)
    {
        if (await db.Set<Appointment>().FirstOrDefaultAsync(one => one.Id == appointmentId && one.EndedAt == null && (one.PlaceId == placeId || one.PlaceId == null), stop) is not { } role
            || (role.PersonId != by.PersonId && !by.MayGive(role.Role, role.ScopeId, placeId)))
        {
            return null;
        }

        var person = await db.Set<Person>().FirstAsync(one => one.Id == role.PersonId, stop);
        var isLast = role.Role switch
        {
            Role.Administrator => await db.IsLastAdministrator(person, role.ScopeId, stop),
            Role.Operator => await db.IsLastOperator(person, stop),
            Role.Lead => !await db.Living().AnyAsync(one => one.Id != role.Id && one.Role == Role.Lead && one.ScopeId == role.ScopeId, stop),
            _ => false,
        };
        return new(role, person, isLast, isLast ? await Heirs(person, role, placeId, stop) : []);
    }

    /// <summary>Null as in <see cref="Look"/>.</summary>
    public async Task<Result<Appointment>?> Handle(Actor by, Form form, Guid placeId, CancellationToken stop)
    {
        if (await Look(by, form.AppointmentId, placeId, stop) is not { } seen)
        {
            return null;
        }

        var isOwn = seen.Person.Id == by.PersonId;
        if (!isOwn && Reason.Tidy(form.Because) is null)
        {
            return Reason.Missing;
        }

        var heir = seen.Heirs.FirstOrDefault(one => one.Id.ToString() == form.Successor);
        if (heir is null && (seen.NeedsHeir || !string.IsNullOrEmpty(form.Successor)))
        {
            return seen.Heirs.Count == 0
                ? new Problem("Successor", $"{seen.Person.ShownName} is the only {(seen.Role.Role == Role.Operator ? "operator of this installation" : "administrator of " + form.ScopeName)}. Invite somebody to take over first.")
                : new Problem("Successor", $"{seen.Person.ShownName} is the last. Choose who takes over.");
        }

        await End(seen, heir, by, form, placeId, stop);
        trail.Because(Reason.Tidy(form.Because));
        await db.SaveChangesAsync(stop);
        return seen.Role;
    }

    private async Task End(Seen seen, Person? heir, Actor by, Form form, Guid placeId, CancellationToken stop)
    {
        var (role, now) = (seen.Role, clock.GetUtcNow());
        role.EndedAt = now;
        if (role.Role == Role.Administrator)
        {
            await db.ChangeAdministrators(role.ScopeId, stop);
        }
        else if (role.Role == Role.Operator)
        {
            await db.ChangeOperators(stop);
        }

        if (role.Role.IsStaff())
        {
            await end.All(seen.Person.Id, except: by.SessionId, stop);
        }

        if (seen.Person.Id != by.PersonId)
        {
            post.Queue(new(seen.Person.Email, $"Your role in {form.ScopeName} has ended", $"{by.Name} has ended your role “{role.Role.Title()}” in {form.ScopeName}.", PersonId: seen.Person.Id, PlaceId: placeId));
        }

        if (heir is not null)
        {
            db.Add(new Appointment { Id = Guid.CreateVersion7(now), PersonId = heir.Id, Role = role.Role, ScopeId = role.ScopeId, PlaceId = role.PlaceId, Since = now, GivenBy = by.PersonId });
            await end.All(heir.Id, except: by.SessionId, stop);
            post.Queue(new(heir.Email, $"You have taken over in {form.ScopeName}", $"{by.Name} has handed you the role “{role.Role.Title()}” in {form.ScopeName}. Sign in to use it.", PersonId: heir.Id, PlaceId: placeId));
        }
        else if (seen.IsLast && role.Role == Role.Lead)
        {
            await tell.Handle(placeId, form.ScopeName, stop);
        }
    }

    /// <summary>Who could take over a place: its other staff; a group: its members; the installation: another administrator of the place.</summary>
    private Task<List<Person>> Heirs(Person person, Appointment role, Guid placeId, CancellationToken stop) =>
        db.Set<Person>().Where(one => one.Id != person.Id && one.DisabledAt == null && (person.IsSample || !one.IsSample)
            && db.Set<Appointment>().Any(held => held.PersonId == one.Id && held.EndedAt == null
                && (held.ScopeId == role.ScopeId || (role.Role == Role.Operator && held.Role == Role.Administrator && held.ScopeId == placeId))))
            .OrderBy(one => one.Name).ThenBy(one => one.Email).ToListAsync(stop);
}
