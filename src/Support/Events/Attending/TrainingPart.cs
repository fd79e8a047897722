using Trellis.Groups.Contract;
using Trellis.Platform.Texts;
using Trellis.Support.Relationship;

namespace Trellis.Support.Events.Attending;

/// <summary>Training that people of a group took or booked, on the screen on which a worker sees the group.</summary>
internal sealed class TrainingPart(EventsAttended attended, Texts texts) : ISupportParts
{
    public int Order => 50;

    public async Task<SupportPart?> For(OrganisationSummary group, CancellationToken stop) =>
        new("training", texts["Training"], "/Support/Events/Attending/_Training.cshtml", await attended.All(group.Id, stop));
}
