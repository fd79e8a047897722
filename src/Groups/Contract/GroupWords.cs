namespace Trellis.Groups.Contract;

/// <summary>The words for what we hold as codes; a page puts them through its texts.</summary>
public static class GroupWords
{
    public static string Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Charity => "Charity",
        OrganisationKind.CommunityCompany => "Community interest company",
        OrganisationKind.Company => "Company",
        OrganisationKind.SportsClub => "Sports club",
        OrganisationKind.School => "School",
        OrganisationKind.PublicBody => "Public body",
        _ => "Community group",
    };

    public static string Of(SizeBand band) => band switch
    {
        SizeBand.Micro => "Less than £10,000 a year",
        SizeBand.Small => "£10,000 to £100,000 a year",
        SizeBand.Medium => "£100,000 to £1 million a year",
        SizeBand.Large => "£1 million to £10 million a year",
        SizeBand.Major => "£10 million a year or more",
        _ => "Income not known",
    };
}
