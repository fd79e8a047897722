namespace Trellis.Platform.Audit;

/// <summary>A record whose every change is kept in the history: who, when, which fields.</summary>
public interface IAudited
{
    Guid Id { get; }

    /// <summary>The place it belongs to; null for what belongs to the whole installation.</summary>
    Guid? InPlace { get; }
}
