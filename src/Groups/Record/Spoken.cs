using Trellis.Platform.Access;

namespace Trellis.Groups.Record;

/// <summary>What a group or a worker says beyond the facts themselves: since when, what is nobody else's business, what there is none of, whose word to take.</summary>
internal sealed record Spoken
{
    /// <summary>The day each field was said or confirmed last.</summary>
    public IReadOnlyDictionary<Field, DateOnly> SaidOn { get; init => field = value ?? new Dictionary<Field, DateOnly>(); } = new Dictionary<Field, DateOnly>();

    /// <summary>Known to the group and the staff only.</summary>
    public IReadOnlyList<Field> NotPublic { get; init => field = value ?? []; } = [];

    /// <summary>There is none, whatever other sources say.</summary>
    public IReadOnlyList<Field> None { get; init => field = value ?? []; } = [];

    /// <summary>What a worker has fixed, whatever sources say later.</summary>
    public IReadOnlyList<Pin> Pins { get; init => field = value ?? []; } = [];

    public DateOnly? On(Field field) => SaidOn.TryGetValue(field, out var day) ? day : null;
}

/// <summary>A worker's choice that one source's word be shown in a field, as it stood then, with the reason.</summary>
/// <param name="RecordId">The record that said it.</param>
/// <param name="Said">That record's word about this field, and nothing else.</param>
/// <param name="AsOf">From when the source had it.</param>
internal sealed record Pin(Field Field, Guid RecordId, Statement Said, DateOnly? AsOf, string Reason, DateOnly On, Role By);
