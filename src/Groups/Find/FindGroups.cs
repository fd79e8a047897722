using System.Runtime.CompilerServices;
using Trellis.Groups.Unmet;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Places.Drawing;
using Trellis.Platform.Search;

namespace Trellis.Groups.Find;

/// <summary>What a search gave, with all that its page says about it.</summary>
internal sealed record Found(Asked Asked, Place Place, Standing Standing, Question Question, Answer Answer, Gazetteer Gazetteer)
{
    /// <summary>The place that the words named; null where they named none.</summary>
    public Whereabouts? Where { get; init; }

    /// <summary>Where distances are measured from; null where no spot was named.</summary>
    public Whereabouts? From { get; init; }

    public bool NearIsUnknown { get; init; }

    /// <summary>A distance or an order by distance was asked for, but from nowhere.</summary>
    public bool NeedsSpot => From is null && !NearIsUnknown && (Asked.Within is not null || Asked.Sort == SortBy.Distance);

    /// <summary>The order where nobody chose one.</summary>
    public SortBy UsualSort { get; init; }

    /// <summary>How many of what was found stay out of its files.</summary>
    public int KeptApart => Answer.Facets[Standing.Index.Shape.Facets.ToList().IndexOf(Find.KeptApart.Name)].Sum(count => count.Count);

    /// <summary>Whether distances mean something on this page.</summary>
    public bool ShowsDistance => From is not null && (UsualSort == SortBy.Distance || Answer.Sort == SortBy.Distance);

    /// <summary>It was counted that nobody answers this search.</summary>
    public bool IsCounted { get; init; }

    public IReadOnlyList<FoundRow> Rows { get; init; } = [];

    public AreaMap? Map { get; init; }
}

/// <summary>Somebody looks for a group, a service or a building: in words, narrowed by facets, near a place.</summary>
internal sealed class FindGroups(GroupDirectory directory, Gazetteers gazetteers, Database database, KeepMisses misses, Maps maps, Here here)
{
    private const int DownloadedAtOnce = 200;
    private const double MetresPerTenthOfAMile = 160.9344;

    /// <summary>The page that was asked for.</summary>
    public async Task<Found> Handle(Asked asked, string mapTitle, string mapDescription, CancellationToken stop)
    {
        var found = await Search(asked, (asked.Page - 1) * Asked.PageSize, Asked.PageSize, stop);
        if (asked.TurnBack(found.Answer.Total))
        {
            found = await Search(asked, (asked.Page - 1) * Asked.PageSize, Asked.PageSize, stop);
        }

        await using var connection = await database.Open(stop);
        var rows = await new ReadRows(connection, found.Answer.Terms).Of(found.Answer.Hits, stop);
        var points = rows.Where(row => row.Point is not null).Select(row => new MapPoint(row.Point!.Value, row.Name, row.Url, row.Listed.ToString().ToLowerInvariant())).ToList();
        var map = points.Count == 0 ? null : await maps.Of(found.Place.Id, AreaKind.Ward, mapTitle, mapDescription, null, stop) with { Points = points, HasTable = false };
        return found with { Rows = rows, Map = map, IsCounted = Count(found) };
    }

    /// <summary>Everything that was found, page or no page, read as it is written out.</summary>
    public async Task<(Found Found, IAsyncEnumerable<FoundRow> Rows)> All(Asked asked, CancellationToken stop)
    {
        var found = await Search(asked, 0, int.MaxValue, stop);
        return (found, Read(found, stop));
    }

    /// <summary>The organisation with this register number; null unless exactly one has it.</summary>
    public async Task<string?> SlugOf(string number, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        await using var connection = await database.Open(stop);
        var slugs = await connection.Query(
            """
            SELECT DISTINCT o.slug FROM groups_identifier i JOIN groups_organisation o ON o.id = i.organisation_id
            WHERE i.place_id = @place AND o.is_listed AND i.code IN (@a, @b, @c, @d, @e)
            """,
            row => row.GetString(0), stop, ("place", place.Id), ("a", number.ToUpperInvariant()), ("b", "GB-CHC-" + number), ("c", "GB-COH-" + number.PadLeft(8, '0')),
            ("d", "GB-SC-" + number.ToUpperInvariant()), ("e", "GB-NIC-" + number));
        return slugs is [var only] ? only : null;
    }

    private async Task<Found> Search(Asked asked, int skip, int take, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var standing = await directory.Now(place.Id, stop) ?? throw new NoPlaceException();
        var gazetteer = await gazetteers.Of(place.Id, stop);
        var (named, rest) = asked.PlacesAreWords ? (null, asked.Words) : Whereabouts.In(asked.Words, gazetteer.Words);
        var near = asked.Near is { } typed ? Whereabouts.Near(typed, gazetteer.Words) : null;
        var where = asked.Within is not null && near?.Middle is null ? named?.AsSpot() : named;
        var from = near is { Middle: not null } ? near : where is { Middle: not null } ? where : null;
        var usual = from is not null && (from == near || from.IsNear) ? SortBy.Distance : SortBy.Relevance;
        var question = new Question
        {
            Words = rest,
            Typing = asked.Typing,
            Filters = Filters(asked, standing.Index.Shape.Facets),
            Within = where?.Within,
            Near = from?.Middle,
            WithinMetres = from is not null && asked.Within is { } tenths ? (int)(tenths * MetresPerTenthOfAMile) : null,
            Sort = asked.Sort ?? usual,
            Skip = skip,
            Take = take,
        };
        return new Found(asked, place, standing, question, standing.Index.Search(question), gazetteer)
        {
            Where = where,
            From = from,
            NearIsUnknown = asked.Near is not null && near?.Middle is null,
            UsualSort = usual,
        };
    }

    private async IAsyncEnumerable<FoundRow> Read(Found found, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var reading = new ReadRows(connection, found.Answer.Terms);
        foreach (var some in found.Answer.Hits.Chunk(DownloadedAtOnce))
        {
            foreach (var row in await reading.Of(some, stop))
            {
                yield return row;
            }
        }
    }

    /// <summary>Counts a search that nobody answers. True where it was counted.</summary>
    private bool Count(Found found)
    {
        var isMiss = (found.Answer.Total == 0 && !found.Answer.IsForNothing) || found.Answer.Relaxed == Relaxed.MostWords;
        return isMiss && !found.Asked.HasFilters && !found.Asked.Typing && found.Asked.Page == 1 && misses.Add(found.Place.Id, found.Question.Words);
    }

    private static List<(int, IReadOnlyList<string>)> Filters(Asked asked, IReadOnlyList<string> facets)
    {
        var filters = new List<(int, IReadOnlyList<string>)>();
        for (var facet = 0; facet < facets.Count; facet++)
        {
            if (asked.Chosen(facets[facet]) is { Count: > 0 } chosen)
            {
                filters.Add((facet, chosen));
            }
        }

        return filters;
    }
}
