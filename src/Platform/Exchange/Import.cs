using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Exchange.Bringing;

namespace Trellis.Platform.Exchange;

/// <summary>One file that came in, and what became of its rows.</summary>
public sealed class Import
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid SourceId { get; init; }

    public required string Format { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    public required string ByWhom { get; init; }

    public required long RowsIn { get; init; }

    public required long New { get; init; }

    public required long Updated { get; init; }

    public required long Unchanged { get; init; }

    public required long Waiting { get; init; }

    public required long Refused { get; init; }

    public required long Matched { get; init; }

    public required long Gone { get; init; }
}

internal static class ImportTables
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<Import>().ToTable("platform_import");
        model.Entity<Finding>().ToTable("platform_finding");
        WaitingImports.Build(model);
    }
}
