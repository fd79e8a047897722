using System.Text.Json.Serialization;

namespace Trellis.Platform.Exchange;

/// <summary>What is known of a file before it is read: its place in the record of sources.</summary>
public sealed record SourceDetails
{
    public required string Key { get; init; }

    /// <summary>The file, from the folder of the list it stands in.</summary>
    public required string File { get; init; }

    public string? Format { get; init; }

    public required string Title { get; init; }

    public required string Publisher { get; init; }

    public required string Licence { get; init; }

    public string? LicenceUrl { get; init; }

    public required string Attribution { get; init; }

    public string? Url { get; init; }

    public DateOnly? AsOf { get; init; }

    /// <summary>How many rows to expect, for the progress bar; 0 where unknown.</summary>
    public long Rows { get; init; }

    /// <summary>Which field each heading fills; "*" gives values to every row, as in kind=Club.</summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)]
    public IReadOnlyDictionary<string, string> Mapping { get; init; } = new Dictionary<string, string>();

    /// <summary>A file that somebody brings along: their own, under no open licence that we know of.</summary>
    public static SourceDetails OwnFile(string path) => new()
    {
        Key = "own-" + Path.GetFileName(path).ToLowerInvariant(),
        File = path,
        Title = Path.GetFileName(path),
        Publisher = "Brought in by hand",
        Licence = "Not stated",
        Attribution = $"From the file {Path.GetFileName(path)}; licence not stated.",
    };
}
