using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Support.Coming;

internal static class ComingTables
{
    public static IQueryable<Arrival> Arrivals(this Db db, Guid placeId) => db.Set<Arrival>().Where(arrival => arrival.PlaceId == placeId);

    public static void Build(ModelBuilder model)
    {
        model.Entity<Arrival>(arrival =>
        {
            arrival.ToTable("support_arrival");
            arrival.HasOne<Place>().WithMany().HasForeignKey(a => a.PlaceId);
            arrival.Property(a => a.Version).IsConcurrencyToken();
        });
        model.Entity<WaitingFile>(file =>
        {
            file.ToTable("support_waiting_file").HasKey(f => f.ArrivalId);
            file.HasOne<Arrival>().WithOne().HasForeignKey<WaitingFile>(f => f.ArrivalId);
        });
    }
}
