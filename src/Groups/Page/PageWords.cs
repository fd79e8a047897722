using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Page;

/// <summary>The words of a group's page for codes that no other page shows.</summary>
internal static class PageWords
{
    public static string Of(NameKind kind) => kind switch
    {
        NameKind.Current => "Current name",
        NameKind.Working => "Also works as",
        NameKind.Former => "Former name",
        _ => "Called so in another list",
    };

    public static string Of(Reach reach) => reach switch
    {
        Reach.Local => "Its own area",
        Reach.Regional => "Several areas",
        Reach.National => "The whole country",
        _ => "Abroad as well",
    };

    /// <summary>That a worker has fixed what is shown, and why; null where nobody has.</summary>
    public static string? Pinned(Texts t, Teller? by) =>
        by?.Pin is { } pin ? t["pinned on {0} by a {1} of the place: {2}", pin.On.ToString("d MMMM yyyy"), t[pin.By.Title()].ToLowerInvariant(), pin.Reason] : null;

    /// <summary>What else must be said of who says it: that a worker has fixed it, or that their list does not have the group any longer.</summary>
    public static string? Beside(Texts t, Teller? by) => string.Join("; ", new[] { Gone(t, by), Pinned(t, by) }.OfType<string>());

    private static string? Gone(Texts t, Teller? by) => by?.GoneOn is { } day ? t["no longer in this list since {0}", day.ToString("d MMMM yyyy")] : null;

    /// <summary>The schema.org type that search engines know it by.</summary>
    public static string SchemaType(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Charity or OrganisationKind.Group or OrganisationKind.CommunityCompany => "NGO",
        OrganisationKind.SportsClub => "SportsClub",
        OrganisationKind.School => "EducationalOrganization",
        OrganisationKind.PublicBody => "GovernmentOrganization",
        _ => "Organization",
    };
}
