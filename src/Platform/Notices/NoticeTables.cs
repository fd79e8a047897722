using Microsoft.EntityFrameworkCore;

namespace Trellis.Platform.Notices;

internal static class NoticeTables
{
    public static void Build(ModelBuilder model) => model.Entity<Letter>(letter =>
    {
        letter.ToTable("platform_letter");
        letter.Property(l => l.Version).IsConcurrencyToken();
    });
}
