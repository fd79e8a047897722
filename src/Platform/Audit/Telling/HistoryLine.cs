namespace Trellis.Platform.Audit;

/// <summary>One line of a history, in words.</summary>
/// <param name="What">A whole sentence: who did what.</param>
/// <param name="Because">In the words of whoever did it; null where none were asked, or they are not for this reader.</param>
/// <param name="About">Which record it was, where the page does not say so already.</param>
public sealed record HistoryLine(DateTimeOffset At, string What, string? Because = null, RecordName? About = null);

/// <summary>A part of a history, the latest first.</summary>
/// <param name="Older">The key of the next part; null on the last.</param>
public sealed record HistoryPart(IReadOnlyList<HistoryLine> Lines, long? Older);

/// <summary>What is asked of the history, and by whom it is read.</summary>
/// <param name="Records">The records that it is about.</param>
/// <param name="PlaceId">What happened elsewhere is left out.</param>
public sealed record HistoryAsked(IReadOnlyCollection<Guid> Records, Guid PlaceId)
{
    /// <summary>Also all that this person did.</summary>
    public Guid? By { get; init; }

    /// <summary>The group whose lead or member somebody may have been.</summary>
    public Guid? GroupId { get; init; }

    /// <summary>People are named; otherwise only their role is told.</summary>
    public bool WithNames { get; init; }

    /// <summary>The reader, where it is their own history: nothing of it is kept from them.</summary>
    public Guid? Own { get; init; }

    /// <summary>Everything about records of these kinds in the place, also what is otherwise left out; where records are named, about those.</summary>
    public IReadOnlyList<string>? OnlyKinds { get; init; }

    /// <summary>Also who looked at what is not public.</summary>
    public bool WithReading { get; init; }

    /// <summary>Lines from elsewhere, to be put between those of the chain by their time.</summary>
    public IReadOnlyList<HistoryLine> Others { get; init; } = [];
}
