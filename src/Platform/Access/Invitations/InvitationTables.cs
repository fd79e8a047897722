using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

internal static class InvitationTables
{
    public static void Build(ModelBuilder model) => model.Entity<Invitation>(invitation =>
    {
        invitation.ToTable("platform_invitation");
        invitation.HasOne<Places.Place>().WithMany().HasForeignKey(one => one.PlaceId);
        invitation.Property(one => one.Version).IsConcurrencyToken();
    });

    /// <summary>The invitations to a place or group that can still be accepted.</summary>
    public static IQueryable<Invitation> Open(this Db db, Guid scopeId, DateTimeOffset now) =>
        db.Set<Invitation>().Where(one => one.ScopeId == scopeId && one.AcceptedAt == null && one.WithdrawnAt == null && one.ExpiresAt > now);

    /// <summary>Those that were neither accepted nor withdrawn, too old ones with them: they can be sent again.</summary>
    public static IQueryable<Invitation> Unanswered(this Db db, Guid scopeId) =>
        db.Set<Invitation>().Where(one => one.ScopeId == scopeId && one.AcceptedAt == null && one.WithdrawnAt == null);
}
