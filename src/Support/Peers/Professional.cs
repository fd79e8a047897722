using Trellis.Platform.Audit;

namespace Trellis.Support.Peers;

/// <summary>Somebody who gives their profession to groups: an accountant, a lawyer, a designer.</summary>
internal sealed class Professional : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Skills { get; init; }

    public required Guid TopicId { get; init; }

    /// <summary>How many hours they have to give; null where they did not say.</summary>
    public int? Hours { get; init; }

    /// <summary>The day they agreed that this is written down and groups are told of it.</summary>
    public required DateOnly AgreedOn { get; init; }

    /// <summary>The last day they offer it; then they are asked again, or are taken out.</summary>
    public required DateOnly UntilOn { get; set; }

    public required DateTimeOffset WrittenAt { get; init; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>How far a piece of work has come.</summary>
internal enum WorkState
{
    Offered,
    Agreed,
    Done,
    NotDone,
}

/// <summary>A bounded piece of work that a professional does for a group.</summary>
internal sealed class ProfessionalWork : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    /// <summary>Null once the person has been taken out.</summary>
    public Guid? ProfessionalId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid TopicId { get; init; }

    public required string What { get; init; }

    public required WorkState State { get; set; }

    public required DateOnly OfferedOn { get; init; }

    public DateOnly? EndedOn { get; set; }

    /// <summary>How long it took; null until it is done.</summary>
    public int? Minutes { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}
