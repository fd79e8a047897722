namespace Trellis.Platform.Documents;

/// <summary>A file that people gave, found to be what it says and kept as it is.</summary>
public sealed class StoredFile
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    /// <summary>The group, person or place it belongs to: roles are held in it.</summary>
    public required Guid ScopeId { get; set; }

    /// <summary>As it is offered for download.</summary>
    public required string Name { get; init; }

    public required DocumentKind Kind { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Of its content, so that a change shows.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset StoredAt { get; init; }

    public Guid? StoredBy { get; init; }
}

/// <summary>What stands in a file, apart, so that nobody reads it who only wants to list.</summary>
public sealed class FileContent
{
    public required Guid FileId { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>Where files are used: a table and its column with their ids. What is used nowhere is an orphan.</summary>
public sealed record FileHolder(string Table, string Column);
