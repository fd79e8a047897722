using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Places;

namespace Trellis.Platform.Privacy;

/// <summary>That nothing of a person is ended or erased for now, since it is needed for a complaint, a claim or an inquiry (UK GDPR, article 17, 3 b and e).</summary>
public sealed class LegalHold : IAudited
{
    public required Guid Id { get; init; }

    /// <summary>Whose administrators said so.</summary>
    public required Guid PlaceId { get; init; }

    public required Guid PersonId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>Null once they are erased themselves.</summary>
    public required Guid? ById { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public Guid? EndedBy { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

internal static class LegalHoldTable
{
    public static void Build(ModelBuilder model) => model.Entity<LegalHold>(hold =>
    {
        hold.ToTable("platform_legal_hold");
        hold.HasOne<Place>().WithMany().HasForeignKey(h => h.PlaceId);
        hold.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId);
        hold.Property(h => h.Version).IsConcurrencyToken();
    });
}
