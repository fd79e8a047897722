using Trellis.Groups.Contract;
using Trellis.Platform.Places;

namespace Trellis.Groups.Wards;

/// <summary>Where the pages about groups, services and premises are.</summary>
internal static class Links
{
    /// <summary>All kinds of organisation, but neither services nor buildings, so that the list is as long as the count says.</summary>
    public static string GroupsIn(AreaName area) => In(area, Enum.GetNames<OrganisationKind>());

    public static string ServicesIn(AreaName area) => In(area, "Service");

    public static string PremisesIn(AreaName area) => In(area, "Premises");

    public static string Group(string slug) => "/groups/" + slug;

    public static string Service(string slug) => "/services/" + slug;

    public static string Premises(string slug) => "/premises/" + slug;

    /// <summary>The directory's list, narrowed to some kinds of things in an area.</summary>
    private static string In(AreaName area, params ReadOnlySpan<string> kinds) => area.Kind is AreaKind.Ward
        ? $"/groups?kind={string.Join("&kind=", kinds)}&ward={Uri.EscapeDataString(area.Code)}"
        : $"/groups?kind={string.Join("&kind=", kinds)}&locality={Uri.EscapeDataString(area.Name)}";
}
