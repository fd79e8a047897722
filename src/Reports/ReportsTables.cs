using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Reports.Frameworks;
using Trellis.Reports.Returns;
using Trellis.Reports.Stories;

namespace Trellis.Reports;

internal static class ReportsTables
{
    public static IQueryable<Framework> Frameworks(this Db db, Guid placeId) => db.Set<Framework>().Where(one => one.PlaceId == placeId);

    public static IQueryable<FrameworkItem> ItemsOf(this Db db, Guid framework) => db.Set<FrameworkItem>().Where(one => one.FrameworkId == framework).OrderBy(one => one.Position).ThenBy(one => one.Id);

    public static IQueryable<FunderReturn> Returns(this Db db, Guid placeId) => db.Set<FunderReturn>().Where(one => one.PlaceId == placeId);

    public static IQueryable<Story> Stories(this Db db, Guid placeId) => db.Set<Story>().Where(one => one.PlaceId == placeId);

    public static void Build(ModelBuilder model)
    {
        model.Entity<Framework>(one => one.ToTable("reports_framework").Property(e => e.Version).IsConcurrencyToken());
        model.Entity<FrameworkItem>(one =>
        {
            one.ToTable("reports_framework_item").Property(e => e.Version).IsConcurrencyToken();
            one.HasOne<Framework>().WithMany().HasForeignKey(e => e.FrameworkId);
            one.Ignore(e => e.By);
        });
        model.Entity<FunderReturn>(one =>
        {
            one.ToTable("reports_return").Property(e => e.Version).IsConcurrencyToken();
            one.HasOne<Framework>().WithMany().HasForeignKey(e => e.FrameworkId);
            one.Ignore(e => e.Period);
        });
        model.Entity<TypedFigure>(one =>
        {
            one.ToTable("reports_typed_figure").Property(e => e.Version).IsConcurrencyToken();
            one.HasOne<FunderReturn>().WithMany().HasForeignKey(e => e.ReturnId);
        });
        model.Entity<Frozen>(one =>
        {
            one.ToTable("reports_frozen").HasKey(e => e.ReturnId);
            one.HasOne<FunderReturn>().WithMany().HasForeignKey(e => e.ReturnId);
        });
        model.Entity<Story>(one => one.ToTable("reports_story").Property(e => e.Version).IsConcurrencyToken());
        model.Entity<ReturnStory>(one =>
        {
            one.ToTable("reports_return_story").Property(e => e.Version).IsConcurrencyToken();
            one.HasOne<FunderReturn>().WithMany().HasForeignKey(e => e.ReturnId);
            one.HasOne<Story>().WithMany().HasForeignKey(e => e.StoryId);
        });
    }
}
