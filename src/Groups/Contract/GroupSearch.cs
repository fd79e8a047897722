namespace Trellis.Groups.Contract;

/// <summary>A group that was found by words.</summary>
/// <param name="AlsoKnownAs">The other or former name by which it was found; null where it was its own.</param>
public sealed record FoundGroup(Guid Id, string Slug, string Name, string? AlsoKnownAs, string Kind, string? Postcode);

/// <summary>The search of the place's directory, for other parts' pages where somebody picks a group.</summary>
public abstract class GroupSearch
{
    /// <summary>The best few, by any name they have or had.</summary>
    public abstract Task<IReadOnlyList<FoundGroup>> Find(string words, int most, CancellationToken stop);
}
