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

    /// <summary>Another choice than the order of authority makes.</summary>
    public IReadOnlyList<Pin> Pins { get; init => field = value ?? []; } = [];

    public DateOnly? On(Field field) => SaidOn.TryGetValue(field, out var day) ? day : null;
}

/// <summary>A worker's choice that one source's word be shown in a field, with the reason.</summary>
internal sealed record Pin(Field Field, Guid RecordId, string Reason, DateOnly On);
