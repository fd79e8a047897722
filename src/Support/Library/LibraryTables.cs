using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;

namespace Trellis.Support.Library;

internal static class LibraryTables
{
    public static IQueryable<Resource> Resources(this Db db, Guid placeId) => db.Set<Resource>().Where(resource => resource.PlaceId == placeId);

    public static void Build(ModelBuilder model)
    {
        model.Entity<Resource>(resource =>
        {
            resource.ToTable("support_resource");
            resource.Property(r => r.Version).IsConcurrencyToken();
            resource.HasOne<StoredFile>().WithMany().HasForeignKey(r => r.FileId);
        });
        model.Entity<ResourceEdition>(edition =>
        {
            edition.ToTable("support_resource_edition").HasKey(e => new { e.ResourceId, e.Edition });
            edition.HasOne<Resource>().WithMany().HasForeignKey(e => e.ResourceId);
        });
        model.Entity<ActionResource>(use =>
        {
            use.ToTable("support_action_resource").HasKey(u => new { u.ActionId, u.ResourceId });
            use.HasOne<Plans.PlanAction>().WithMany().HasForeignKey(u => u.ActionId);
            use.HasOne<Resource>().WithMany().HasForeignKey(u => u.ResourceId);
        });
        model.Entity<Link>(link =>
        {
            link.ToTable("support_link").HasKey(l => l.ResourceId);
            link.HasOne<Resource>().WithMany().HasForeignKey(l => l.ResourceId);
        });
    }
}
