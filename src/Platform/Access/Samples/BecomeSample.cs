using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Platform.Access;

/// <summary>Makes the visitor of the demo one of its made-up people.</summary>
internal sealed class BecomeSample(MakeSample make, MakeSampleWork work, IServiceProvider parts)
{
    /// <summary>Null where the place is real or has nobody of this key.</summary>
    public async Task<Person?> Handle(Place place, string key, CancellationToken stop)
    {
        if (await make.Handle(place, key, stop) is not { } person)
        {
            return null;
        }

        await work.Handle(place, parts, stop);
        return person;
    }
}

/// <summary>Sees that one of the demo's made-up people is there, with their role.</summary>
public sealed class MakeSample(Db db, IEnumerable<SamplePerson> samples, IServiceProvider parts, TimeProvider clock)
{
    /// <summary>Null where the place is real, has nobody of this key, or has disabled them.</summary>
    public async Task<Person?> Handle(Place place, string key, CancellationToken stop)
    {
        if (!place.IsDemo || samples.FirstOrDefault(one => one.Key == key) is not { } sample)
        {
            return null;
        }

        if (await Known() is { } known)
        {
            return known.DisabledAt is null ? known : null;
        }

        var scope = sample.Scope is { } make ? await make(parts, place, stop) : place.Id;
        var now = clock.GetUtcNow();
        var person = new Person { Id = Guid.CreateVersion7(now), Name = sample.Name, Email = sample.Email, CreatedAt = now, IsSample = true };
        db.Add(person);
        if (sample.Role is { } role)
        {
            db.Add(new Appointment { Id = Guid.CreateVersion7(now), PersonId = person.Id, Role = role, ScopeId = scope, PlaceId = place.Id, Since = now });
        }

        try
        {
            await db.SaveChangesAsync(stop);
            return person;
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (await Known() is not { } first) // another visitor met them first at this moment
            {
                throw;
            }

            return first;
        }

        Task<Person?> Known() => db.Set<Person>().FirstOrDefaultAsync(one => one.Email == sample.Email && one.IsSample, stop);
    }
}
