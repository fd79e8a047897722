using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Reports.Counting;
using Trellis.Reports.Frameworks;
using Trellis.Reports.Indicators;
using Trellis.Reports.Stories;

namespace Trellis.Reports.Returns;

/// <summary>Computes a return from the records as they are now.</summary>
internal sealed class ComputeReturn(Db db, ReadRecords read, Gazetteers gazetteers)
{
    private IReadOnlyDictionary<Guid, GroupTraits>? traits;

    public async Task<ReturnBody> Handle(Place place, FunderReturn made, CancellationToken stop)
    {
        traits ??= await Dimensions.Read(db, place, gazetteers, stop);
        var framework = await db.Frameworks(place.Id).AsNoTracking().FirstAsync(one => one.Id == made.FrameworkId, stop);
        var items = await db.ItemsOf(framework.Id).AsNoTracking().ToListAsync(stop);
        var records = new Dictionary<string, IReadOnlyList<CountedRecord>>();
        foreach (var kind in items.Select(item => IndicatorLibrary.Shipped.Find(item.Indicator)?.Records).OfType<string>().Distinct())
        {
            records[kind] = await read.UpTo(place, kind, made.LastDay, stop);
        }

        var body = new CountFramework(traits, kind => records[kind]).Handle(framework, items, made.Period);
        var (typed, before) = (await Typed(one => one.Id == made.Id, stop), await Typed(one => one.FrameworkId == framework.Id && one.LastDay == made.Period.Before.Last, stop));
        return body with
        {
            Figures = [.. body.Figures.Select(figure => !figure.IsTypedIn ? figure : figure with { Value = Of(typed, figure), Before = Of(before, figure) })],
            Narrative = made.Narrative,
            Stories = await StoriesOf(made, stop),
        };
    }

    private static long? Of(Dictionary<Guid, long> typed, BodyFigure figure) => typed.TryGetValue(figure.ItemId, out var value) ? value : null;

    private async Task<Dictionary<Guid, long>> Typed(System.Linq.Expressions.Expression<Func<FunderReturn, bool>> whose, CancellationToken stop) => await (
        from figure in db.Set<TypedFigure>()
        join one in db.Set<FunderReturn>().Where(whose) on figure.ReturnId equals one.Id
        select figure).ToDictionaryAsync(one => one.ItemId, one => one.Value, stop);

    private async Task<IReadOnlyList<BodyStory>> StoriesOf(FunderReturn made, CancellationToken stop)
    {
        var stories = await (
            from chosen in db.Set<ReturnStory>()
            join story in db.Set<Story>() on chosen.StoryId equals story.Id
            where chosen.ReturnId == made.Id && story.ConsentEndedAt == null
            orderby story.WrittenAt, story.Id
            select story).AsNoTracking().ToListAsync(stop);
        return stories.ConvertAll(story => new BodyStory(story.Id, story.Title, story.Words, traits!.GetValueOrDefault(story.OrganisationId)?.Name ?? ""));
    }
}
