using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>A file that somebody brought by the browser, and looks at before it comes in. Nothing of it counts yet.</summary>
internal sealed class WaitingImport : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required string FileName { get; init; }

    /// <summary>What was said of it: <see cref="FileSaid"/> as JSON.</summary>
    public required string Said { get; set; }

    /// <summary>What would come of it: <see cref="LookedAt"/> as JSON.</summary>
    public required string Looked { get; set; }

    public required DateTimeOffset ArrivedAt { get; init; }

    public Guid? ArrivedBy { get; init; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>What stands in a file that waits.</summary>
internal sealed class WaitingContent
{
    public required Guid ImportId { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset ArrivedAt { get; init; }
}

internal static class WaitingImports
{
    public static IQueryable<WaitingImport> WaitingIn(this Db db, Guid placeId) => db.Set<WaitingImport>().Where(one => one.PlaceId == placeId);

    /// <summary>The bytes of a file of the place; null where it waits no longer.</summary>
    public static Task<byte[]?> ContentOf(this Db db, Guid placeId, Guid id, CancellationToken stop) =>
        db.Set<WaitingContent>().Where(content => content.ImportId == id && db.WaitingIn(placeId).Any(one => one.Id == id)).Select(content => content.Content).FirstOrDefaultAsync(stop);

    public static void Build(ModelBuilder model)
    {
        model.Entity<WaitingImport>(waiting =>
        {
            waiting.ToTable("platform_waiting_import");
            waiting.HasOne<Place>().WithMany().HasForeignKey(one => one.PlaceId);
            waiting.Property(one => one.Version).IsConcurrencyToken();
        });
        model.Entity<WaitingContent>(content =>
        {
            content.ToTable("platform_waiting_content").HasKey(one => one.ImportId);
            content.HasOne<WaitingImport>().WithOne().HasForeignKey<WaitingContent>(one => one.ImportId);
        });
    }
}
