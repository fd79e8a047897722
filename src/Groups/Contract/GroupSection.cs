namespace Trellis.Groups.Contract;

/// <summary>A part of a group's page that another module fills: its heading, the partial view that draws it, and the view's model.</summary>
/// <param name="Anchor">The id of the heading, as in money.</param>
public sealed record GroupSection(string Anchor, string Heading, string Partial, object Model)
{
    /// <summary>The sources of what it shows, which the page names under "Where this comes from".</summary>
    public IReadOnlyList<Guid> SourceIds { get; init; } = [];

    /// <summary>All it says is that there is nothing.</summary>
    public bool SaysNothing { get; init; }
}

/// <summary>A module that has something to show on a group's page. Register with <c>services.AddScoped&lt;IGroupSections, MoneySections&gt;()</c>.</summary>
public interface IGroupSections
{
    /// <summary>Lower comes first.</summary>
    int Order { get; }

    Task<IReadOnlyList<GroupSection>> For(Guid organisationId, CancellationToken stop);
}
