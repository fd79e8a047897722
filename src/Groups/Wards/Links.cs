using Trellis.Platform.Places;

namespace Trellis.Groups.Wards;

/// <summary>Where the pages about groups, services and premises are.</summary>
internal static class Links
{
    public static string GroupsIn(AreaName area) => In(area, "Group");

    public static string ServicesIn(AreaName area) => In(area, "Service");

    public static string PremisesIn(AreaName area) => In(area, "Premises");

    public static string Group(string slug) => "/groups/" + slug;

    public static string Service(string slug) => "/services/" + slug;

    public static string Premises(string slug) => "/premises/" + slug;

    /// <summary>The directory's list, narrowed to a kind of thing in an area.</summary>
    private static string In(AreaName area, string kind) => area.Kind is AreaKind.Ward
        ? $"/groups?kind={kind}&ward={Uri.EscapeDataString(area.Code)}"
        : $"/groups?kind={kind}&locality={Uri.EscapeDataString(area.Name)}";
}
