using System.Data.Common;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Search;

namespace Trellis.Groups.Find;

internal enum WordsKind
{
    /// <summary>Phrases that mean the same, parted by "=".</summary>
    Synonyms,

    /// <summary>A word too common to search for.</summary>
    StopWord,
}

/// <summary>Words that the people of a place added to those that come with Trellis.</summary>
internal sealed class SearchWords : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required WordsKind Kind { get; init; }

    public required string Words { get; init; }

    Guid? IAudited.InPlace => PlaceId;

    /// <summary>The groups of phrases that come with Trellis, one a line.</summary>
    public static IEnumerable<string> ShippedAlike => Shipped("words.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'));

    /// <summary>The synonyms and stop words of a place: those that come with Trellis, and its own.</summary>
    public static async Task<(Synonyms Synonyms, IReadOnlySet<string> StopWords)> Load(DbConnection connection, Guid placeId, CancellationToken stop)
    {
        var own = await connection.Query(
            "SELECT kind, words FROM groups_search_words WHERE place_id = @place ORDER BY words",
            row => (Kind: Enum.Parse<WordsKind>(row.GetString(0)), Words: row.GetString(1)), stop, ("place", placeId));
        var synonyms = Synonyms.Read([.. ShippedAlike, .. own.Where(words => words.Kind == WordsKind.Synonyms).Select(words => words.Words)]);
        var stopWords = Shipped("stop-words.txt").Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Concat(own.Where(words => words.Kind == WordsKind.StopWord).Select(words => words.Words.ToLowerInvariant())).ToHashSet();
        return (synonyms, stopWords);
    }

    private static string Shipped(string file)
    {
        using var reader = new StreamReader(typeof(SearchWords).Assembly.GetManifestResourceStream("Trellis.Groups.Find." + file)!);
        return reader.ReadToEnd();
    }
}
