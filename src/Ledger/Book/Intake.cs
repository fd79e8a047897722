namespace Trellis.Ledger.Book;

/// <summary>One file that brought rows: which source and import it was, and which numbers its rows were given.</summary>
internal sealed class Intake
{
    public required int Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid SourceId { get; init; }

    public required Guid ImportId { get; init; }

    public required string FileName { get; init; }

    public required int FirstId { get; init; }

    public required int LastId { get; init; }
}
