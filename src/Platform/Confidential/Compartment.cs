using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Documents;

namespace Trellis.Platform.Confidential;

/// <summary>On what ground in law a place may keep special categories of personal data: each needs a policy document (Data Protection Act 2018, schedule 1, part 4).</summary>
public enum LawCondition
{
    Safeguarding,
    HealthOrSocialCare,
    EqualityOfOpportunity,
    SupportForDisabilityOrIllness,
    Counselling,
    EconomicWellBeing,
    PreventingUnlawfulActs,
}

/// <summary>By which law and policy a place keeps what is confidential. It is shut until an administrator has named the one and put the other here.</summary>
public sealed class Compartment : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    /// <summary>Names of <see cref="LawCondition"/> with commas between.</summary>
    public required string Conditions { get; set; }

    /// <summary>The title of the place's policy document.</summary>
    public required string Policy { get; set; }

    /// <summary>The day of that document.</summary>
    public required DateOnly PolicyOn { get; set; }

    /// <summary>The document itself, without which it is not opened.</summary>
    public Guid? PolicyFileId { get; set; }

    public required DateTimeOffset OpenedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>That a key was made or retired; the key itself is elsewhere.</summary>
public sealed class KeyRecord
{
    public required string Id { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? RetiredAt { get; set; }
}

internal static class ConfidentialTables
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<Compartment>(compartment =>
        {
            compartment.ToTable("platform_compartment");
            compartment.HasIndex(c => c.PlaceId).IsUnique();
            compartment.HasOne<Places.Place>().WithMany().HasForeignKey(c => c.PlaceId);
            compartment.HasOne<StoredFile>().WithMany().HasForeignKey(c => c.PolicyFileId);
            compartment.Property(c => c.Version).IsConcurrencyToken();
        });
        model.Entity<KeyRecord>().ToTable("platform_confidential_key");
    }
}
