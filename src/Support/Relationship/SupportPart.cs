using Trellis.Groups.Contract;

namespace Trellis.Support.Relationship;

/// <summary>A part of the screen on which a worker sees one group: its heading, the partial view that draws it, and the view's model.</summary>
/// <param name="Anchor">The id of the heading, as in plan.</param>
internal sealed record SupportPart(string Anchor, string Heading, string Partial, object Model);

/// <summary>Something this part of the product knows about the support of one group. Register with <c>services.AddScoped&lt;ISupportParts, PlanPart&gt;()</c>.</summary>
internal interface ISupportParts
{
    /// <summary>Lower comes first: 5 contacts, 10 what is open, 20 log, 30 plan, 40 health check, 50 training, 55 documents, 60 bids, 70 peers.</summary>
    int Order { get; }

    /// <summary>Null where there is nothing to show or to do.</summary>
    Task<SupportPart?> For(OrganisationSummary group, CancellationToken stop);
}
