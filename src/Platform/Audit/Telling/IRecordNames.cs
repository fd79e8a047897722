namespace Trellis.Platform.Audit;

/// <summary>What a record in the history is called, and where it can be seen.</summary>
/// <param name="Person">Whom it is about, for those who may see names.</param>
public sealed record RecordName(string Text, string? Url = null, string? Person = null);

/// <summary>Names the records of some kinds for the history.</summary>
public interface IRecordNames
{
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>Those of them that are in the place or in none.</summary>
    Task<IReadOnlyDictionary<Guid, RecordName>> Of(Guid placeId, string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop);
}
