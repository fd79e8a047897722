using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Platform.Access;

/// <summary>A door to a part's own page for some people, shown on the page of their work to those whom its rule lets in.</summary>
/// <param name="Rule">The rule of the page it leads to.</param>
/// <param name="Order">Smaller comes first.</param>
public sealed record WorkLink(string Rule, string Url, string Title, string What, int Order = 100);

/// <summary>The doors that are open to whoever acts.</summary>
public sealed class OpenDoors(IEnumerable<WorkLink> links, Allowed allowed)
{
    public async Task<IReadOnlyList<WorkLink>> For(Actor actor, Guid placeId, CancellationToken stop)
    {
        var open = new List<WorkLink>();
        foreach (var link in links.OrderBy(link => link.Order))
        {
            if (await allowed.To(actor, link.Rule, placeId, stop))
            {
                open.Add(link);
            }
        }

        return open;
    }
}

public static class WorkLinks
{
    internal static readonly WorkLink[] Platform =
    [
        new(AccessRules.ManagePeople, "/people", "People", "Invite people, give and end their roles", 300),
        new(AccessRules.HandlePrivacy, "/people/retention", "How long things are kept", "See what is due to be ended tonight", 310),
        new(AccessRules.RunInstallation, "/people/jobs", "Jobs", "See what the installation does by itself, and how it went", 320),
    ];

    /// <summary>Adds a door to the page of work.</summary>
    public static void AddWorkLinks(this IServiceCollection services, params IReadOnlyList<WorkLink> links)
    {
        foreach (var link in links)
        {
            services.AddSingleton(link);
        }
    }
}
