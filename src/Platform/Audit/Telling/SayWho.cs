using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Platform.Audit;

/// <summary>Says who did something: by the role they held then, and by name to those who may see names.</summary>
public sealed class SayWho(Db db, Texts.Texts t)
{
    private sealed record Known(Guid PersonId, string Name, IReadOnlyList<Appointment> Roles);

    /// <summary>A sentence's beginning for each of the entries.</summary>
    public async Task<Func<AuditEntry, string>> For(IEnumerable<AuditEntry> entries, HistoryAsked asked, CancellationToken stop)
    {
        var ids = entries.Select(entry => entry.ActorId).OfType<Guid>().Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.ShownName, stop);
        var roles = (await db.Set<Appointment>().AsNoTracking().Where(role => ids.Contains(role.PersonId)
            && (role.ScopeId == asked.PlaceId || role.ScopeId == Guid.Empty || role.ScopeId == asked.GroupId)).ToListAsync(stop)).ToLookup(role => role.PersonId);
        return entry => entry.ActorId is not { } actor
            ? t[Nobody(entry.Act)]
            : asked.Own == actor ? t["You"] : Person(names.GetValueOrDefault(actor), Then(roles[actor], entry.At, asked), asked.WithNames);
    }

    private string Person(string? name, Role? role, bool named) => (name, role) switch
    {
        (null, _) => t["Somebody who is here no longer"],
        ({ } known, { } held) when named => $"{known} ({t[held.Title()]})",
        ({ } known, null) when named => known,
        (_, { } held) => t[Somebody(held)],
        _ => t["Somebody with an account"],
    };

    /// <summary>The role they had at that moment; in a history of a group, the one in the group before that in the place.</summary>
    private static Role? Then(IEnumerable<Appointment> roles, DateTimeOffset at, HistoryAsked asked) => roles
        .Where(role => role.Since <= at && (role.EndedAt is null || role.EndedAt > at))
        .OrderByDescending(role => role.ScopeId == asked.GroupId).ThenByDescending(role => role.ScopeId == asked.PlaceId).ThenBy(role => role.Role).Select(role => (Role?)role.Role).FirstOrDefault();

    private static string Nobody(string act) => act switch
    {
        _ when act.StartsWith("job ", StringComparison.Ordinal) => "The site, by itself,",
        _ when act.Split(' ')[0] is "/confirm" or "/invitation" or "/new-email" or "/letters/stop" => "Whoever had the link from the mail",
        _ when act.StartsWith("/first-administrator ", StringComparison.Ordinal) => "Whoever had the link that the machine printed",
        _ when act.StartsWith("/demo/people ", StringComparison.Ordinal) => "The demo",
        _ when act.StartsWith('/') => "Somebody not signed in",
        _ => "Whoever runs the machine",
    };

    private static string Somebody(Role role) => role switch
    {
        Role.Operator => "The operator of this installation",
        Role.Administrator => "A place administrator",
        Role.Manager => "A manager",
        Role.SupportWorker => "A support worker",
        Role.Viewer => "A viewer",
        Role.Confidant => "A confidant",
        Role.Lead => "A lead of the group",
        Role.Member => "A member of the group",
        Role.FundOwner => "An owner of the fund",
        Role.Assessor => "An assessor",
        _ => "A panel member",
    };
}
