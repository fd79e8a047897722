namespace Trellis.Groups.Contract;

/// <summary>What sort of body an organisation is, in the words people look for.</summary>
public enum OrganisationKind
{
    /// <summary>No source says; most often a small group without a number.</summary>
    Group,
    Charity,

    /// <summary>A community interest company.</summary>
    CommunityCompany,
    Company,

    /// <summary>A sports club, registered as a community amateur sports club or not.</summary>
    SportsClub,
    School,

    /// <summary>A council, a health body, a government department.</summary>
    PublicBody,
}

/// <summary>By yearly income, in the bands that the sector's own almanac uses.</summary>
public enum SizeBand
{
    Unknown,

    /// <summary>Below £10,000.</summary>
    Micro,

    /// <summary>£10,000 to £100,000.</summary>
    Small,

    /// <summary>£100,000 to £1 million.</summary>
    Medium,

    /// <summary>£1 million to £10 million.</summary>
    Large,

    /// <summary>£10 million and more.</summary>
    Major,
}
