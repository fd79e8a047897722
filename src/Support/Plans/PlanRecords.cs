using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Support.Topics;

namespace Trellis.Support.Plans;

/// <summary>Plans, for reports.</summary>
internal sealed class PlanRecords(Db db) : IRecords
{
    public string Kind => "plans";

    public string Title => "Plans of groups";

    public string Definition => "A plan of a group, by the day on which its first action was chosen. A plan that was closed and the next one are two.";

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string> { ["state"] = "Whether it goes on or is closed" };

    public IReadOnlyDictionary<string, string> Numbers { get; } = new Dictionary<string, string> { ["actions"] = "Actions in it" };

    public async Task<IReadOnlyList<CountedRecord>> Read(Place place, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var plans = await (
            from plan in db.Plans(place.Id).AsNoTracking()
            where plan.BegunOn >= first && plan.BegunOn <= last
            join organisation in db.AllOrganisations(place.Id) on plan.OrganisationId equals organisation.Id
            orderby plan.BegunOn, plan.Id
            select new { plan, organisation.Name, organisation.Slug }).ToListAsync(stop);
        var actions = await db.Actions(place.Id).GroupBy(action => action.PlanId).Select(many => new { many.Key, Number = many.LongCount() }).ToDictionaryAsync(one => one.Key, one => one.Number, stop);
        return plans.ConvertAll(row => new CountedRecord(row.plan.Id, row.plan.BegunOn, $"Plan of {row.Name}")
        {
            Url = $"/groups/{row.Slug}/plan",
            Groups = [row.plan.OrganisationId],
            Words = new Dictionary<string, string> { ["state"] = row.plan.EndedOn is null ? "Going on" : "Closed" },
            Numbers = new Dictionary<string, long> { ["actions"] = actions.GetValueOrDefault(row.plan.Id) },
        });
    }
}

/// <summary>The actions of plans, for reports.</summary>
internal sealed class ActionRecords(Db db, TopicTree topics) : IRecords
{
    public string Kind => "plan-actions";

    public string Title => "Actions of plans";

    public string Definition => "An action in a group’s plan: one that is done or given up by the day of that, one that is open by the day on which it was chosen.";

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string> { ["state"] = "How it stands", ["topic"] = "What it is about", ["evidence"] = "Whether something shows that it is done" };

    public IReadOnlyDictionary<string, string> Numbers { get; } = new Dictionary<string, string>();

    public async Task<IReadOnlyList<CountedRecord>> Read(Place place, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var (from, until) = (Start(first), Start(last.AddDays(1)));
        var names = (await topics.All(place.Id, stop)).ToDictionary(topic => topic.Id, topic => topic.Name);
        var rows = await (
            from action in db.Actions(place.Id).AsNoTracking()
            where action.EndedOn == null ? action.WrittenAt >= @from && action.WrittenAt < until : action.EndedOn >= first && action.EndedOn <= last
            join plan in db.Plans(place.Id) on action.PlanId equals plan.Id
            join organisation in db.AllOrganisations(place.Id) on plan.OrganisationId equals organisation.Id
            select new { action, organisation.Id, organisation.Slug }).ToListAsync(stop);
        return [.. rows.Select(row => new CountedRecord(row.action.Id, row.action.EndedOn ?? DateOnly.FromDateTime(row.action.WrittenAt.UtcDateTime), row.action.Title)
        {
            Url = $"/groups/{row.Slug}/plan#action-{row.action.Id}",
            Groups = [row.Id],
            Words = Told(row.action, names),
        }).OrderBy(record => record.On).ThenBy(record => record.Id)];
    }

    private static Dictionary<string, string> Told(PlanAction action, Dictionary<Guid, string> names)
    {
        var words = new Dictionary<string, string> { ["state"] = PlanWords.Of(action.State), ["topic"] = names.GetValueOrDefault(action.TopicId, "Not known") };
        if (action.State == ActionState.Done)
        {
            words["evidence"] = action.DocumentId is null ? "In words" : "By a document";
        }

        return words;
    }

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
