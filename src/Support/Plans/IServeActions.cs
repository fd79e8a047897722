using Trellis.Groups.Contract;

namespace Trellis.Support.Plans;

/// <summary>Something that happened and serves an action, such as an evening of training that people of the group came to.</summary>
/// <param name="What">As in Training: Book-keeping for treasurers (2 came).</param>
internal sealed record Service(DateOnly On, string What, Guid TopicId)
{
    /// <summary>The action it was said to serve; null where the topic tells.</summary>
    public Guid? ActionId { get; init; }

    public string? Criterion { get; init; }

    /// <summary>Where it can be read, for whoever may.</summary>
    public string? Url { get; init; }

    /// <summary>Whether a topic within one another is enough to show it under an action; else the action or the criterion must be named.</summary>
    public bool ByTopic { get; init; }
}

/// <summary>Something that knows what was done for a group. Register with <c>services.AddScoped&lt;IServeActions, TrainingTaken&gt;()</c>.</summary>
internal interface IServeActions
{
    /// <summary>What was done on this day or since.</summary>
    /// <param name="forStaff">False where only what the group sees may be named.</param>
    Task<IReadOnlyList<Service>> For(OrganisationSummary group, DateOnly since, bool forStaff, CancellationToken stop);
}
