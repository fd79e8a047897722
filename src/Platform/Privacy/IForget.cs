namespace Trellis.Platform.Privacy;

/// <summary>A part that keeps words which people typed into records that are not theirs, such as a group's entry: it takes somebody out of them who is being erased.</summary>
public interface IForget
{
    /// <summary>Nothing may be left to find of this address and this name; what else was said stays.</summary>
    /// <param name="name">Empty where none is known.</param>
    /// <param name="placeId">Only in this place; null for all.</param>
    Task Forget(string email, string name, Guid? placeId, CancellationToken stop);
}
