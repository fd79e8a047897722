using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Merging;

/// <summary>Reads the entries that look alike and wait for a person, side by side, and what was decided lately.</summary>
internal sealed class ReadAlike(Db db, Texts t)
{
    private const string WhoSaysIt = "Says who";
    private const int Lately = 20;
    private const int Enough = 300; // characters, to tell two groups apart

    /// <param name="Own">The entry that was made because nobody could say.</param>
    /// <param name="Like">The one that was here before, and that stays if they are the same.</param>
    public sealed record Pair(Guid Id, string Reasons, Organisation Own, Organisation Like, IReadOnlyList<Line> Lines);

    /// <summary>One fact of both; null where nobody says it.</summary>
    public sealed record Line(string What, string? First, string? Second, bool IsSame);

    /// <summary>Two entries that were made one, or told apart: <see cref="MergeId"/> or <see cref="LikenessId"/> says which.</summary>
    public sealed record Decided(DateTimeOffset At, Organisation Kept, Organisation Other, Guid? MergeId, Guid? LikenessId);

    /// <summary>The pair at the position, the likeliest first, and how many wait.</summary>
    public async Task<(int Waiting, Pair? Pair)> At(Guid placeId, int position, CancellationToken stop)
    {
        var waiting = Pairs(placeId, Decision.Waiting);
        var count = await waiting.CountAsync(stop);
        var found = await waiting.OrderByDescending(pair => pair.Likeness.Score).ThenBy(pair => pair.Likeness.Id).Skip(position).FirstOrDefaultAsync(stop);
        return (count, found is null ? null : new(found.Likeness.Id, found.Likeness.Reasons, found.Own, found.Like, await Beside(found.Like, found.Own, stop)));
    }

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<Decided>> DecidedLately(Guid placeId, CancellationToken stop)
    {
        var merged = await (
            from merge in db.Set<Merge>().AsNoTracking()
            join kept in db.Organisations(placeId).AsNoTracking() on merge.KeptId equals kept.Id
            join other in db.Organisations(placeId).AsNoTracking() on merge.MergedId equals other.Id
            where merge.PlaceId == placeId && merge.UndoneAt == null
            orderby merge.At descending
            select new { merge, kept, other }).Take(Lately).ToListAsync(stop);
        var apart = await Pairs(placeId, Decision.Different).OrderByDescending(pair => pair.Likeness.DecidedAt).Take(Lately).ToListAsync(stop);
        return
        [
            .. merged.Select(one => new Decided(one.merge.At, one.kept, one.other, one.merge.Id, null))
                .Concat(apart.Select(one => new Decided(one.Likeness.DecidedAt ?? default, one.Like, one.Own, null, one.Likeness.Id)))
                .OrderByDescending(one => one.At).Take(Lately),
        ];
    }

    /// <summary>With members to be set, so that the mapper can order by them.</summary>
    private sealed class Both
    {
        public required Likeness Likeness { get; init; }

        public required Organisation Own { get; init; }

        public required Organisation Like { get; init; }
    }

    /// <summary>Those of which both are still entries of their own.</summary>
    private IQueryable<Both> Pairs(Guid placeId, Decision decision) =>
        from likeness in db.Set<Likeness>().AsNoTracking()
        join record in db.Set<SourceRecord>() on likeness.SourceRecordId equals record.Id
        join own in db.Organisations(placeId).AsNoTracking() on record.OrganisationId equals own.Id
        join like in db.Organisations(placeId).AsNoTracking() on likeness.OrganisationId equals like.Id
        where likeness.Decision == decision && !record.IsWithdrawn && own.Id != like.Id && own.MergedIntoId == null && like.MergedIntoId == null
        select new Both { Likeness = likeness, Own = own, Like = like };

    /// <summary>What the public may see of the two, fact by fact; what is said of neither is left out.</summary>
    public async Task<IReadOnlyList<Line>> Beside(Organisation first, Organisation second, CancellationToken stop)
    {
        var (one, other) = (await Words(first, stop), await Words(second, stop));
        return [.. one.Zip(other, Compare).Where(line => line.First is not null || line.Second is not null)];
    }

    /// <summary>That the same source knows both speaks for two groups rather than one.</summary>
    private Line Compare((string What, string? Words) first, (string What, string? Words) second) => new(
        first.What, first.Words, second.Words, first.Words is not null && first.What != t[WhoSaysIt] && string.Equals(first.Words, second.Words, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is not public is read on the group's own page, where it is noted who looked.</summary>
    private async Task<IReadOnlyList<(string What, string? Words)>> Words(Organisation organisation, CancellationToken stop)
    {
        var told = await ReadTold.Of(db, organisation.Id, stop);
        var seen = Compose.From([.. told.Select(one => one.Told)]);
        return
        [
            (t["Kind"], t[GroupWords.Of(seen.Kind)]),
            (t["Also called"], List(seen.Names.Where(name => name.Kind != NameKind.Current).Select(name => name.Text))),
            (t["Numbers"], List(seen.Identifiers.Select(one => one.Code))),
            (t["What they do"], seen.Purpose is { Length: > Enough } purpose ? purpose[..Enough] + "…" : seen.Purpose),
            (t["Cause"], seen.Cause is null ? null : t[CauseTitles.Of(seen.Cause)]),
            (t["Address"], seen.Address),
            (t["Postcode"], seen.MayBeHome ? null : seen.Postcode),
            (t["Website"], Contacts.Host(seen.Website) ?? seen.Website),
            (t["Email"], seen.Email),
            (t["Telephone"], seen.Telephone),
            (t["Registered"], seen.RegisteredOn?.ToString("d MMMM yyyy")),
            (t["Yearly income"], seen.IncomePence is { } pence ? new Money(pence).ToString() : null),
            (t[WhoSaysIt], List(told.Select(one => one.Source.Title).Distinct())),
        ];
    }

    private static string? List(IEnumerable<string> words) => string.Join("; ", words) is { Length: > 0 } list ? list : null;
}
