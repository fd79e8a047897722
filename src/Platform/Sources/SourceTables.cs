using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Sources;

public static class SourceTables
{
    public static IQueryable<Source> Sources(this Db db, Guid placeId) => db.Set<Source>().Where(source => source.PlaceId == placeId);

    internal static void Build(ModelBuilder model) =>
        model.Entity<Source>(source =>
        {
            source.ToTable("platform_source");
            source.Property(s => s.Version).IsConcurrencyToken();
        });
}
