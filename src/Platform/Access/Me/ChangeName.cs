using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Says how one wants to be called.</summary>
internal sealed class ChangeName(Db db)
{
    public async Task<Result<Person>> Handle(Guid personId, string? typed, CancellationToken stop)
    {
        if (PersonName.Tidy(typed) is not { } name)
        {
            return PersonName.Missing;
        }

        var person = await db.Set<Person>().FirstAsync(one => one.Id == personId, stop);
        person.Name = name;
        await db.SaveChangesAsync(stop);
        return person;
    }
}
