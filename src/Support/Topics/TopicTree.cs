using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;

namespace Trellis.Support.Topics;

/// <summary>The place's tree of topics; a place that has none yet gets the one to start with.</summary>
internal sealed class TopicTree(Db db, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The tree to start with: a topic of the first level with its key, then those within it.</summary>
    public static readonly (string Key, string Name, string[] Within)[] ToStartWith =
    [
        ("governance", "Governance", ["Choosing a legal form", "The governing document", "Trustees and their meetings", "Registering as a charity", "Returns and accounts to the regulator"]),
        ("funding", "Funding", ["Finding funders", "Writing a bid", "Reporting to a funder", "Earning and fundraising"]),
        ("money", "Money", ["Bank account and controls", "Budgets and reserves", "Book-keeping", "Gift Aid and tax"]),
        ("people", "People", ["Finding volunteers", "Looking after volunteers", "Employing staff", "Conflict"]),
        ("safeguarding", "Safeguarding", ["Policy and roles", "Checks of people", "A concern"]),
        ("premises", "Premises", ["Finding a place to meet", "Leases and hire", "Health, safety and insurance"]),
        ("data-and-digital", "Data and digital", ["Data protection", "Website and social media", "Tools and skills"]),
        ("partnership", "Partnership", ["Working with others", "The council and the health service", "Bidding together"]),
        ("starting-up", "Starting up", ["An idea", "The first meeting", "First steps checklist"]),
        ("closing-well", "Closing well", ["Pausing", "Merging", "Winding up"]),
    ];

    /// <summary>All topics, the retired ones too, each first level followed by what is within it.</summary>
    public async Task<IReadOnlyList<Topic>> All(Guid placeId, CancellationToken stop)
    {
        var topics = await Read(placeId, stop);
        if (topics.Count == 0)
        {
            await Plant(placeId, stop);
            topics = await Read(placeId, stop);
        }

        var within = topics.ToLookup(topic => topic.ParentId);
        return [.. within[null].SelectMany(first => within[first.Id].Prepend(first))];
    }

    /// <summary>The topics one can choose now: neither retired nor part of one that is.</summary>
    public async Task<IReadOnlyList<Topic>> Offered(Guid placeId, CancellationToken stop)
    {
        var all = await All(placeId, stop);
        var retired = all.Where(topic => topic.RetiredAt is not null).Select(topic => (Guid?)topic.Id).ToHashSet();
        return [.. all.Where(topic => topic.RetiredAt is null && !retired.Contains(topic.ParentId))];
    }

    private Task<List<Topic>> Read(Guid placeId, CancellationToken stop) =>
        db.Topics(placeId).AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Id).ToListAsync(stop);

    /// <summary>Several may come first at the same moment: one of them plants it, the others find it.</summary>
    private async Task Plant(Guid placeId, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is not null) // whoever asks has a turn of their own, which must not wait for another
        {
            Lay(db, placeId);
            await db.SaveChangesAsync(stop);
            return;
        }

        await using var scope = scopes.CreateAsyncScope(); // apart from what whoever asks is about to save
        var apart = scope.ServiceProvider.GetRequiredService<Db>();
        await scope.ServiceProvider.GetRequiredService<Turns>().Do<bool>("topics " + placeId, async () =>
        {
            if (!await apart.Topics(placeId).AnyAsync(stop))
            {
                Lay(apart, placeId);
            }

            return true;
        }, stop);
    }

    private void Lay(Db db, Guid placeId)
    {
        var (now, position) = (clock.GetUtcNow(), 0);
        foreach (var (key, name, within) in ToStartWith)
        {
            var first = Make(key, name, null);
            foreach (var (inner, number) in within.Select((inner, number) => (inner, number + 1)))
            {
                Make($"{key}-{number}", inner, first.Id);
            }
        }

        Topic Make(string key, string name, Guid? parent) => db.Add(new Topic
        {
            Id = Guid.CreateVersion7(now),
            PlaceId = placeId,
            Key = key,
            Name = name,
            ParentId = parent,
            Position = position++,
        }).Entity;
    }
}
