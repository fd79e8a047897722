using System.Text.Json.Serialization;
using Trellis.Platform.Data;

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

    /// <summary>With this the keys of lists begin that people brought themselves.</summary>
    public const string OwnPrefix = "own-";

    /// <summary>The publisher of a file of which nobody said who made it.</summary>
    public const string NobodyNamed = "Brought in by hand";

    private const string NotStated = "Not stated";

    /// <summary>Whether people brought the list themselves: lists of the installation come in again at its next start, as its own description says.</summary>
    public static bool IsOwn(string key) => key.StartsWith(OwnPrefix, StringComparison.Ordinal);

    /// <summary>A file that somebody brings along: their own, under no open licence that we know of.</summary>
    public static SourceDetails OwnFile(string path) => new()
    {
        Key = OwnPrefix + Path.GetFileName(path).ToLowerInvariant(),
        File = path,
        Title = Path.GetFileName(path),
        Publisher = NobodyNamed,
        Licence = NotStated,
        Attribution = $"From the file {Path.GetFileName(path)}; licence not stated.",
    };

    /// <summary>The same, with what was said of an earlier file of that name: who published it, under which licence, what it is called.</summary>
    public static async Task<SourceDetails> OwnFile(Database database, Guid placeId, string path, CancellationToken stop)
    {
        var own = OwnFile(path);
        await using var connection = await database.Open(stop);
        var earlier = await connection.Query(
            "SELECT title, publisher, licence FROM platform_source WHERE place_id = @place AND key = @key",
            row => own.SaidToBe(row.GetString(0), row.GetString(1), row.GetString(2)), stop, ("place", placeId), ("key", own.Key));
        return earlier is [var said] ? said : own;
    }

    /// <summary>The same file as somebody describes it; null leaves what was said before.</summary>
    public SourceDetails SaidToBe(string? title, string? publisher, string? licence)
    {
        var said = this with { Title = title ?? Title, Publisher = publisher ?? Publisher, Licence = licence ?? Licence };
        return said.Publisher == Publisher && said.Licence == Licence ? said : said with { Attribution = $"From {said.Publisher}; {(said.Licence == NotStated ? "licence not stated" : said.Licence)}." };
    }
}
