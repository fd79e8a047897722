using Trellis.Groups.Contract;
using Trellis.Platform.Texts;
using Trellis.Support.Plans;

namespace Trellis.Support.Events.Attending;

/// <summary>Events that people of the group came to serve the actions of its plan on the same topic.</summary>
internal sealed class TrainingTaken(EventsAttended attended, Texts t) : IServeActions
{
    public async Task<IReadOnlyList<Service>> For(OrganisationSummary group, DateOnly since, bool forStaff, CancellationToken stop)
    {
        var events = await attended.Handle(group.Id, stop);
        return [.. events.Where(line => line.On >= since).Select(line => new Service(line.On, Words(line), line.TopicId) { ByTopic = true, Url = forStaff ? "/work/events/" + line.EventId : "/events/" + line.Slug })];
    }

    private string Words(EventsAttended.Line line) => line.People == 1 ? t["{0} (1 came)", line.Title] : t["{0} ({1:N0} came)", line.Title, line.People];
}
