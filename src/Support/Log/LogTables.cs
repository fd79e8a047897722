using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Support.Log;

internal static class LogTables
{
    public static IQueryable<SupportEntry> SupportEntries(this Db db, Guid placeId) => db.Set<SupportEntry>().Where(entry => entry.PlaceId == placeId);

    public static void Build(ModelBuilder model)
    {
        model.Entity<SupportEntry>(entry =>
        {
            entry.ToTable("support_entry");
            entry.Property(e => e.Version).IsConcurrencyToken();
        });
        model.Entity<EntryGroup>(about =>
        {
            about.ToTable("support_entry_group").HasKey(a => new { a.EntryId, a.OrganisationId });
            about.HasOne<SupportEntry>().WithMany().HasForeignKey(a => a.EntryId);
        });
    }
}
