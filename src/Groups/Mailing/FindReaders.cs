using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Find;
using Trellis.Groups.Intake;
using Trellis.Groups.Lists;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Groups.Mailing;

/// <summary>Who of the contacts of a list's groups may get news: the leads, or else the account that has the group's own address, of those who asked for it.</summary>
internal sealed class FindReaders(Db db, Database database, ReadLists lists, News news)
{
    private const int AtOnce = 400;

    public sealed record Reader(Guid PersonId, string Email);

    /// <param name="Will">Who gets it, each once, however many groups they lead.</param>
    /// <param name="NotAsked">How many contacts have not asked for news, or want no more.</param>
    /// <param name="Unreachable">How many contacts have an address that returned a letter before.</param>
    /// <param name="NoContact">How many groups have nobody to write to.</param>
    public sealed record Readers(int Groups, IReadOnlyList<Reader> Will, int NotAsked, int Unreachable, int NoContact);

    public async Task<Readers> Handle(KeptList list, CancellationToken stop)
    {
        var members = (await lists.Members(list, stop)).Select(row => row.Id).ToList();
        var (people, strangers, without) = await Contacts(list.PlaceId, members, stop);
        var returned = (await db.Set<Unreachable>().Select(one => one.Email).ToListAsync(stop)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (will, notAsked, unreachable) = (new List<Reader>(), strangers.Count(email => !returned.Contains(email)), strangers.Count(returned.Contains));
        foreach (var reader in people)
        {
            if (returned.Contains(reader.Email))
            {
                unreachable++;
            }
            else if (await news.MaySend(reader.PersonId, reader.Email, stop))
            {
                will.Add(reader);
            }
            else
            {
                notAsked++;
            }
        }

        return new(members.Count, will, notAsked, unreachable, without);
    }

    /// <summary>People with an account; addresses without one, which cannot have asked for anything; and of how many groups neither is known.</summary>
    private async Task<(IReadOnlyList<Reader> People, IReadOnlyList<string> Strangers, int Without)> Contacts(Guid placeId, List<Guid> groups, CancellationToken stop)
    {
        var (people, addresses, without) = (new Dictionary<Guid, Reader>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase), 0);
        foreach (var some in groups.Chunk(AtOnce))
        {
            var leads = await (
                from appointment in db.Set<Appointment>()
                join person in db.Set<Person>() on appointment.PersonId equals person.Id
                where some.Contains(appointment.ScopeId) && appointment.Role == Role.Lead && appointment.EndedAt == null && person.DisabledAt == null
                select new { appointment.ScopeId, person.Id, person.Email }).ToListAsync(stop);
            foreach (var lead in leads)
            {
                people[lead.Id] = new(lead.Id, lead.Email);
            }

            var alone = some.Except(leads.Select(lead => lead.ScopeId)).ToArray();
            var known = await Addresses(placeId, alone, stop);
            without += alone.Length - known.Count;
            addresses.UnionWith(known);
        }

        foreach (var some in addresses.Chunk(AtOnce))
        {
            var accounts = await db.Set<Person>().Where(person => some.Contains(person.Email)).Select(person => new { person.Id, person.Email, person.DisabledAt }).ToListAsync(stop);
            foreach (var account in accounts.Where(account => account.DisabledAt is null))
            {
                people[account.Id] = new(account.Id, account.Email);
                addresses.Remove(account.Email);
            }
        }

        return ([.. people.Values.OrderBy(reader => reader.Email, StringComparer.Ordinal)], [.. addresses], without);
    }

    /// <summary>The groups' own addresses, public or not: one for each group that has one.</summary>
    private async Task<IReadOnlyList<string>> Addresses(Guid placeId, Guid[] groups, CancellationToken stop)
    {
        if (groups.Length == 0)
        {
            return [];
        }

        await using var connection = await database.Open(stop);
        var told = await Recompose.Read(connection, await Tellers.Load(connection, placeId, stop), groups, stop);
        return [.. told.GroupBy(one => one.OrganisationId, one => one.Told).Select(of => EmailAddress.Tidy(Compose.From([.. of], Eyes.Own).Email)).OfType<string>()];
    }
}
