using Trellis.Platform.Places;

namespace Trellis.Groups.Find;

/// <summary>One line of the results, ready to be shown or written into a file.</summary>
internal sealed record FoundRow
{
    public required Guid Id { get; init; }

    public required Listed Listed { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>Charity, Food bank, Community centre: the source's own word, or the kind of organisation.</summary>
    public required string Kind { get; init; }

    public string? LegalForm { get; init; }

    public string? Cause { get; init; }

    /// <summary>What it does, or when it is open.</summary>
    public string? Line { get; init; }

    public string? Address { get; init; }

    public string? Postcode { get; init; }

    public string? WardCode { get; init; }

    public string? Locality { get; init; }

    public string? Website { get; init; }

    public Point? Point { get; init; }

    public string? SizeBand { get; init; }

    public string? AlsoKnownAs { get; init; }

    public int? Metres { get; init; }

    public string Url => Listed switch
    {
        Listed.Service => "/services/" + Slug,
        Listed.Premises => "/premises/" + Slug,
        _ => "/groups/" + Slug,
    };
}
