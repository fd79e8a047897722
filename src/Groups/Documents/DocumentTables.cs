using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;

namespace Trellis.Groups.Documents;

internal static class DocumentTables
{
    /// <summary>The group's documents, as they are listed.</summary>
    public static IQueryable<GroupDocument> DocumentsOf(this Db db, Guid organisation) => db.Set<GroupDocument>().Where(document => document.OrganisationId == organisation);

    public static void Build(ModelBuilder model) => model.Entity<GroupDocument>(document =>
    {
        document.ToTable("groups_document");
        document.Property(d => d.Version).IsConcurrencyToken();
        document.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.FileId);
        document.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId);
    });
}
