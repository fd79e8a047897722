using Trellis.Platform.Audit;

namespace Trellis.Reports.Stories;

/// <summary>A story of a group in its own or our words, shown to funders only as long as the group agrees.</summary>
internal sealed class Story : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Title { get; set; }

    public required string Words { get; set; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Null once they have been erased.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>Who said yes for the group.</summary>
    public required string ConsentBy { get; init; }

    public required DateOnly ConsentOn { get; init; }

    /// <summary>To what they said yes, in the words that were used.</summary>
    public required string ConsentWords { get; init; }

    /// <summary>Since when it is shown nowhere any more.</summary>
    public DateTimeOffset? ConsentEndedAt { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}
