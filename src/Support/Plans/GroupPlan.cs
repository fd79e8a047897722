using Trellis.Platform.Audit;

namespace Trellis.Support.Plans;

/// <summary>What a group wants to get done next: a few actions, agreed with whoever helps it.</summary>
internal sealed class GroupPlan : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Who of the staff goes along with it; null where nobody does yet.</summary>
    public Guid? WorkerId { get; set; }

    public required DateOnly BegunOn { get; init; }

    /// <summary>Null while it goes on.</summary>
    public DateOnly? EndedOn { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}
