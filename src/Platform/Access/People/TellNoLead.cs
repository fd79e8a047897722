using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Platform.Access;

/// <summary>Writes to the place's workers that a group has nobody any more who speaks for it.</summary>
internal sealed class TellNoLead(Db db, Post post)
{
    /// <summary>To be saved with the change that caused it.</summary>
    public async Task Handle(Guid placeId, string group, CancellationToken stop)
    {
        var workers = await Readers(placeId, [Role.SupportWorker, Role.Manager], stop);
        foreach (var person in workers.Count > 0 ? workers : await Readers(placeId, [Role.Administrator], stop))
        {
            post.Queue(new(person.Email, $"{group} has no lead any more", $"The last lead of {group} has gone. Please ask the group who speaks for it now, and invite them.", PersonId: person.Id, PlaceId: placeId));
        }
    }

    private Task<List<Person>> Readers(Guid placeId, Role[] roles, CancellationToken stop) =>
        db.Set<Person>().Where(person => person.DisabledAt == null && db.Set<Appointment>().Any(one => one.PersonId == person.Id && one.ScopeId == placeId && one.EndedAt == null && roles.Contains(one.Role)))
            .ToListAsync(stop);
}
