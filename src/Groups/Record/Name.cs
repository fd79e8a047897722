namespace Trellis.Groups.Record;

internal enum NameKind
{
    /// <summary>What it is called now.</summary>
    Current,

    /// <summary>What it calls itself beside its registered name.</summary>
    Working,
    Former,

    /// <summary>What another list calls it.</summary>
    Other,
}

/// <summary>One of the names an organisation is or was known by.</summary>
internal sealed class Name
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>As it is shown.</summary>
    public required string Text { get; init; }

    public required NameKind Kind { get; init; }
}

/// <summary>A number that a register gave an organisation, in the style of org-id.guide, as in GB-CHC-1102075.</summary>
internal sealed class Identifier
{
    public required Guid PlaceId { get; init; }

    public required string Code { get; init; }

    public required Guid OrganisationId { get; set; }
}

/// <summary>A further cause beside the main one: a UK-CAT tag.</summary>
internal sealed class Tag
{
    public required Guid OrganisationId { get; init; }

    public required string Code { get; init; }
}

/// <summary>An address that an organisation once had under /groups/, which goes on leading to it.</summary>
internal sealed class FormerSlug
{
    public required Guid PlaceId { get; init; }

    public required string Slug { get; init; }

    public required Guid OrganisationId { get; set; }
}
