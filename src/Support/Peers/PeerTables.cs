using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Support.Peers;

internal static class PeerTables
{
    public static IQueryable<PeerHelp> PeerHelps(this Db db, Guid placeId) => db.Set<PeerHelp>().Where(one => one.PlaceId == placeId);

    public static IQueryable<Introduction> Introductions(this Db db, Guid placeId) => db.Set<Introduction>().Where(one => one.PlaceId == placeId);

    public static IQueryable<Professional> Professionals(this Db db, Guid placeId) => db.Set<Professional>().Where(one => one.PlaceId == placeId);

    public static IQueryable<ProfessionalWork> ProfessionalWorks(this Db db, Guid placeId) => db.Set<ProfessionalWork>().Where(one => one.PlaceId == placeId);

    public static void Build(ModelBuilder model)
    {
        model.Entity<PeerHelp>().ToTable("support_peer_help").Property(one => one.Version).IsConcurrencyToken();
        model.Entity<Introduction>().ToTable("support_introduction").Property(one => one.Version).IsConcurrencyToken();
        model.Entity<Professional>().ToTable("support_professional").Property(one => one.Version).IsConcurrencyToken();
        model.Entity<ProfessionalWork>(work =>
        {
            work.ToTable("support_professional_work").Property(one => one.Version).IsConcurrencyToken();
            work.HasOne<Professional>().WithMany().HasForeignKey(one => one.ProfessionalId).OnDelete(DeleteBehavior.SetNull);
        });
    }
}
