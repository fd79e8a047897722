using Trellis.Groups.Contract;

namespace Trellis.Support.Plans;

/// <summary>An action that a group may choose. Nothing is kept of it until it does.</summary>
/// <param name="Key">Its own name among the suggestions, the same each time it is made.</param>
/// <param name="Why">What speaks for it, as the group would say it.</param>
/// <param name="TopicKey">The key of the topic of support, as in money.</param>
internal sealed record SuggestedAction(string Key, string Title, string Why, string TopicKey)
{
    /// <summary>The item of a health check that it is to better, as in money-3.</summary>
    public string? Criterion { get; init; }

    public IReadOnlyList<Help> Help { get; init; } = [];

    /// <summary>What of the library it uses.</summary>
    public Guid? ResourceId { get; init; }
}

/// <summary>Something that knows what a group may want to do next: a health check by its weak items. Register with <c>services.AddScoped&lt;ISuggestActions, WeakItems&gt;()</c>.</summary>
internal interface ISuggestActions
{
    /// <summary>The most useful first; none where there is nothing to go by.</summary>
    Task<IReadOnlyList<SuggestedAction>> For(OrganisationSummary group, CancellationToken stop);
}
