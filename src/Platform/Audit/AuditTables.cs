using Microsoft.EntityFrameworkCore;

namespace Trellis.Platform.Audit;

internal static class AuditTables
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("platform_audit");
            entry.HasKey(e => e.Sequence);
            entry.Property(e => e.Sequence).ValueGeneratedNever();
        });
        model.Entity<AuditReason>(reason =>
        {
            reason.ToTable("platform_audit_reason");
            reason.HasKey(r => r.Sequence);
            reason.Property(r => r.Sequence).ValueGeneratedNever();
        });
    }
}
