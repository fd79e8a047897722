using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Places;

namespace Trellis.Platform.Documents;

internal static class FileTables
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<StoredFile>(file =>
        {
            file.ToTable("platform_file");
            file.HasOne<Place>().WithMany().HasForeignKey(f => f.PlaceId);
        });
        model.Entity<FileContent>(content =>
        {
            content.ToTable("platform_file_content").HasKey(c => c.FileId);
            content.HasOne<StoredFile>().WithOne().HasForeignKey<FileContent>(c => c.FileId);
        });
    }
}
