using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Data;

namespace Trellis.Groups.Editing;

/// <summary>A group's entry as it stands, with what is not public: for those who may change it.</summary>
internal sealed class ReadStanding(Db db)
{
    /// <param name="Said">All records it is composed from.</param>
    public sealed record Standing(Organisation Group, Composed Composed, IReadOnlyList<Told> Said, Freshness? Freshness)
    {
        public Entry Entry { get; } = Entry.Of(Composed);

        public Teller? By(Field field) => Composed.Facts.FirstOrDefault(fact => fact.Field == Saying.Kept(field))?.By;

        /// <summary>What the group (or the workers) itself keeps from the public.</summary>
        public IReadOnlyList<Field> Withheld(Authority voice) => [.. Said.Where(told => told.By.Authority == voice).SelectMany(told => told.Said.Spoken?.NotPublic ?? []).Distinct()];
    }

    /// <summary>Null where the place has no such group.</summary>
    public async Task<Standing?> Handle(Guid placeId, string slug, CancellationToken stop) =>
        await db.Organisations(placeId).AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug && one.MergedIntoId == null, stop) is { } group ? await Of(db, group, stop) : null;

    public static async Task<Standing?> Of(Db db, Guid placeId, Guid organisation, CancellationToken stop) =>
        await db.Organisations(placeId).AsNoTracking().FirstOrDefaultAsync(one => one.Id == organisation && one.MergedIntoId == null, stop) is { } group ? await Of(db, group, stop) : null;

    private static async Task<Standing> Of(Db db, Organisation group, CancellationToken stop)
    {
        var told = (await ReadTold.Of(db, group.Id, stop)).ConvertAll(one => one.Told);
        return new(group, Compose.From(told, Eyes.Own), told, await db.Set<Freshness>().AsNoTracking().FirstOrDefaultAsync(one => one.OrganisationId == group.Id, stop));
    }
}
