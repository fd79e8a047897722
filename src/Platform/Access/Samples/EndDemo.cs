using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Platform.Access;

/// <summary>Makes a demo place one for real people: its pages for trying out are gone, and its made-up people sign in no more. What is in it stays.</summary>
public sealed class EndDemo(Db db, EndSessions end, Trail trail, TimeProvider clock)
{
    /// <summary>The place's name.</summary>
    /// <param name="code">Which of several places; the first otherwise.</param>
    public async Task<Result<string>> Handle(string? code, CancellationToken stop)
    {
        if (await db.Places().OrderBy(one => one.Id).FirstOrDefaultAsync(one => code == null || one.Code == code, stop) is not { } place)
        {
            return new Problem("", "There is no place with that code. ./trellis place says which there are.");
        }

        if (!place.IsDemo)
        {
            return new Problem("", $"{place.Name} is no demo.");
        }

        db.Entry(place).Property(one => one.IsDemo).CurrentValue = false;
        foreach (var person in await db.Set<Person>().Where(one => one.IsSample).ToListAsync(stop))
        {
            person.DisabledAt ??= clock.GetUtcNow();
            await end.All(person.Id, null, stop);
        }

        trail.Call("end-demo");
        await db.SaveChangesAsync(stop);
        return place.Name;
    }
}
