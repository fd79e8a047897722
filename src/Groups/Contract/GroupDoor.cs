using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Groups.Contract;

/// <summary>A door on a group's page to another part's page about that group, for those whom its rule lets in.</summary>
/// <param name="Rule">The rule of the page it leads to.</param>
/// <param name="Page">What follows the group's address, as in support.</param>
public sealed record GroupDoor(string Rule, string Page, string Title, int Order = 100);

public static class GroupDoors
{
    /// <summary>Adds doors to the pages of groups.</summary>
    public static void AddGroupDoors(this IServiceCollection services, params IReadOnlyList<GroupDoor> doors)
    {
        foreach (var door in doors)
        {
            services.AddSingleton(door);
        }
    }
}
