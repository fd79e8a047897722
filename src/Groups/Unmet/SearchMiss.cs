namespace Trellis.Groups.Unmet;

/// <summary>Words that were looked for and not found, and how often in one day: need that nobody answers yet.</summary>
internal sealed class SearchMiss
{
    public required Guid PlaceId { get; init; }

    public required DateOnly Day { get; init; }

    public required string Words { get; init; }

    public required long Times { get; init; }
}
