namespace Trellis.Support.Library;

/// <summary>How a link was found.</summary>
internal enum LinkState
{
    Works,

    /// <summary>The other side says that nothing is there, or is not there itself.</summary>
    Broken,

    /// <summary>It gave no clear answer: somebody should look.</summary>
    Unsure,
}

/// <summary>What came of looking at a link.</summary>
internal sealed class Link
{
    public required Guid ResourceId { get; init; }

    /// <summary>The address that was looked at; another one since has not been.</summary>
    public required string Url { get; set; }

    public required LinkState State { get; set; }

    public required string Said { get; set; }

    public required DateTimeOffset LookedAt { get; set; }
}
