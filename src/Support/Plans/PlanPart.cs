using Trellis.Groups.Contract;
using Trellis.Platform.Texts;
using Trellis.Support.Relationship;

namespace Trellis.Support.Plans;

/// <summary>The group's plan on the screen of its relationship.</summary>
internal sealed class PlanPart(ReadPlan read, Texts t) : ISupportParts
{
    public int Order => 30;

    public async Task<SupportPart?> For(OrganisationSummary group, CancellationToken stop) =>
        new("plan", t["Plan"], "/Support/Plans/_PlanPart.cshtml", new Seen(group, await read.Now(group, false, stop)));

    /// <summary>What is drawn.</summary>
    public sealed record Seen(OrganisationSummary Group, ReadPlan.Seen? Plan);
}
