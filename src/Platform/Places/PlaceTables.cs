using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Places;

public static class PlaceTables
{
    public static DbSet<Place> Places(this Db db) => db.Set<Place>();

    public static IQueryable<Area> Areas(this Db db, Guid placeId) => db.Set<Area>().Where(area => area.PlaceId == placeId);

    public static IQueryable<AreaFigure> AreaFigures(this Db db, Guid placeId) => db.Set<AreaFigure>().Where(figure => figure.PlaceId == placeId);

    public static IQueryable<PostcodeEntry> Postcodes(this Db db, Guid placeId) => db.Set<PostcodeEntry>().Where(entry => entry.PlaceId == placeId);

    internal static void Build(ModelBuilder model)
    {
        model.Entity<Place>(place =>
        {
            place.ToTable("platform_place");
            place.Property(p => p.Version).IsConcurrencyToken();
            place.HasIndex(p => p.Host).IsUnique();
        });
        model.Entity<Area>().ToTable("platform_area");
        model.Entity<AreaFigure>().ToTable("platform_area_figure");
        model.Entity<PostcodeEntry>(entry =>
        {
            entry.ToTable("platform_postcode");
            entry.HasKey(e => new { e.PlaceId, e.Postcode });
            entry.Ignore(e => e.Point);
        });
    }
}
