using Trellis.Platform.Places;

namespace Trellis.Groups.Wards;

/// <summary>Where the pages about groups, services and premises are.</summary>
internal static class Links
{
    public static string GroupsIn(AreaName area) => area.Kind is AreaKind.Ward ? "/groups?ward=" + area.Slug : "/groups?locality=" + area.Slug;

    public static string Group(string slug) => "/groups/" + slug;

    public static string Service(string slug) => "/services/" + slug;

    public static string Premises(string slug) => "/premises/" + slug;
}
