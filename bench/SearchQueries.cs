using Trellis.Platform.Data;
using Trellis.Platform.Search;

namespace Trellis.Bench;

/// <summary>What people type: one to four words that stand beside each other in a real name. Seeded, so that every run asks the same.</summary>
internal static class SearchQueries
{
    public static async Task<IReadOnlyList<string>> Make(Database database, int count, IReadOnlySet<string> stopWords)
    {
        await using var connection = await database.Open(default);
        var names = await connection.Query(
            "SELECT text FROM groups_name WHERE kind <> 'Current' ORDER BY organisation_id, text", row => row.GetString(0), default);
        var chance = new Random(400);
        var queries = new List<string>();
        while (queries.Count < count)
        {
            var words = Query.Read(names[chance.Next(names.Count)], stopWords).Select(word => word.Typed).Where(word => word.Length > 1).ToList();
            var length = 1 + (queries.Count % 4);
            if (words.Count >= length)
            {
                queries.Add(string.Join(' ', words.Skip(chance.Next(words.Count - length + 1)).Take(length)));
            }
        }

        return queries;
    }

    /// <summary>The same with a typing error in every fifth: a letter left out, doubled, changed, or two swapped.</summary>
    public static IReadOnlyList<string> Misspelt(IReadOnlyList<string> queries)
    {
        var chance = new Random(5);
        return [.. queries.Select((query, at) => at % 5 == 0 && query.Length > 4 ? WithError(query, chance) : query)];
    }

    private static string WithError(string query, Random chance)
    {
        var words = query.Split(' ');
        var longest = Array.IndexOf(words, words.MaxBy(word => word.Length));
        var word = words[longest];
        var at = chance.Next(1, Math.Max(2, word.Length - 1));
        words[longest] = chance.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 => word[..at] + (char)('a' + chance.Next(26)) + word[(at + 1)..],
            _ when at + 1 < word.Length => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            _ => word.Remove(at, 1),
        };
        return string.Join(' ', words);
    }
}
