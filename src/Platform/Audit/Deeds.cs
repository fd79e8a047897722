using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Trellis.Platform.Audit;

/// <summary>Reads out of the mapper what a save is about to do to audited records.</summary>
internal static class Deeds
{
    public static List<Deed> Of(ChangeTracker tracker) =>
    [
        .. from entry in tracker.Entries<IAudited>()
           where entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
           select new Deed(entry.Metadata.ClrType.Name, entry.Entity.Id, entry.Entity.InPlace, KindOf(entry.State), Fields(entry)),
    ];

    private static DeedKind KindOf(EntityState state) => state switch
    {
        EntityState.Added => DeedKind.Added,
        EntityState.Deleted => DeedKind.Removed,
        _ => DeedKind.Changed,
    };

    private static List<string> Fields(EntityEntry<IAudited> entry) => entry.State != EntityState.Modified ? [] :
    [
        .. entry.Properties.Where(property => property.IsModified && property.Metadata.Name != "Version").Select(property => property.Metadata.Name).Order(StringComparer.Ordinal),
    ];
}
