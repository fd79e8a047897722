namespace Trellis.Groups.Contract;

/// <summary>How often matching by name alone is right, on names of which a person said who is meant.</summary>
/// <param name="Right">Joined to the charity that is meant.</param>
/// <param name="Wrong">Joined to another, or joined though none is meant.</param>
/// <param name="Missed">Not joined though one is meant.</param>
/// <param name="RightlyNone">Not joined, and none is meant.</param>
/// <param name="WouldAsk">Of those missed, the ones that a person would be asked about.</param>
/// <param name="Mistakes">Each name that came out wrong or was missed, with why.</param>
public sealed record MatchQuality(int Right, int Wrong, int Missed, int RightlyNone, int WouldAsk, IReadOnlyList<string> Mistakes)
{
    /// <summary>Of those joined, how many rightly, in thousandths.</summary>
    public int Precision => Right + Wrong == 0 ? 1000 : 1000 * Right / (Right + Wrong);

    /// <summary>Of those that should be joined, how many were, in thousandths.</summary>
    public int Recall => Right + Missed == 0 ? 1000 : 1000 * Right / (Right + Missed);
}

/// <summary>Measures the matching of names against a place's charities as the registers name them.</summary>
public abstract class MatchMeasure
{
    /// <param name="placeId">The place whose register of charities is asked.</param>
    /// <param name="labelled">Each name with the number of the charity that is meant; null where it is none of them.</param>
    /// <param name="stop">Ends the work.</param>
    public abstract Task<MatchQuality> Handle(Guid placeId, IEnumerable<(string Name, string? CharityNumber)> labelled, CancellationToken stop);
}
