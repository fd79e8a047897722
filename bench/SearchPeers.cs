using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Trellis.Groups.Find;
using Trellis.Platform.Data;
using Trellis.Platform.Search;

namespace Trellis.Bench;

/// <summary>The same questions to our index, to PostgreSQL full text and to SQLite FTS5, on the same words: best twenty by rank, total, four facets.</summary>
internal sealed class SearchPeers
{
    private const int Clients = 2;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(4);
    private static readonly int[] Facets = [Listing.Cause, Listing.Ward, Listing.Size, Listing.Form];

    public delegate Task<int> Ask(string words);

    public static async Task<IReadOnlyList<Promise>> Run(string place, string file, IReadOnlyList<string> queries, string? postgres)
    {
        using var database = new Database($"Data Source={file}");
        var (index, words) = await Read(database);
        queries = [.. queries.Where(query => words.Understands(query))];
        Console.WriteLine($"{index.Count:N0} documents, {queries.Count} questions, {Clients} clients");
        Console.WriteLine("best 20 + total + 4 facets       pages/s    p50 ms    p99 ms     ratio  equal counts");
        var (ours, right, _) = await Measure("index in the process", queries, null, query => Task.FromResult(OfAllWords(index.Search(new Question { Words = query }))), null);
        await Measure("the same + 20 rows of SQLite", queries, right, async query =>
        {
            var answer = index.Search(new Question { Words = query });
            await using var connection = await database.Open(default);
            await new ReadRows(connection, answer.Terms).Of(answer.Hits, default);
            return OfAllWords(answer);
        }, ours);
        var fts = await SearchFts5.Make(file, words);
        List<Promise> promises = [.. Beside(place, "SQLite FTS5", ours, await Measure("SQLite FTS5", queries, right, fts.Ask, ours))];
        if (postgres is not null)
        {
            await using var text = await SearchPostgres.Make(postgres, words);
            promises.AddRange(Beside(place, "PostgreSQL", ours, await Measure("PostgreSQL full text", queries, right, text.Ask, ours)));
        }
        else
        {
            Console.WriteLine("PostgreSQL full text: not measured; give --postgres \"Host=…\" of someone who may make a database");
        }

        return promises;
    }

    /// <summary>Where nothing has all the words we show what has most of them, where the others show nothing.</summary>
    private static int OfAllWords(Answer answer) => answer.Relaxed == Relaxed.No ? answer.Total : 0;

    private static IEnumerable<Promise> Beside(string place, string peer, double ours, (double PagesPerSecond, int[] Totals, double Equal) theirs) =>
    [
        new(place, $"total, facets and best 20, times the rate of {peer}", "x", ours / theirs.PagesPerSecond, AtLeast: 20),
        new(place, $"questions with the same count as {peer}", "%", theirs.Equal, AtLeast: 100),
    ];

    /// <summary>All documents in our index without synonyms, which the others do not have, and beside it their words for the others.</summary>
    private static async Task<(SearchIndex Index, PeerWords Words)> Read(Database database)
    {
        await using var connection = await database.Open(default);
        var place = await connection.Value<Guid>("SELECT id FROM platform_place", default);
        var (_, stopWords) = await SearchWords.Load(connection, place, default);
        var builder = new IndexBuilder(Listing.Shape(Synonyms.None, stopWords, []));
        var words = new PeerWords(stopWords, Facets);
        await new ReadListing(connection, place, 0).Read(
            document =>
            {
                builder.Add(document);
                words.Add(document);
            },
            default);
        return (builder.Build(), words);
    }

    private static async Task<(double PagesPerSecond, int[] Totals, double Equal)> Measure(string name, IReadOnlyList<string> queries, int[]? right, Ask ask, double? ours)
    {
        var (times, totals, next) = (new List<double>(), new int[queries.Count], -1);
        foreach (var query in queries.Take(30))
        {
            await ask(query); // warm
        }

        var processorBefore = Process.GetCurrentProcess().TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (var at = Interlocked.Increment(ref next); IsWanted(at); at = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                totals[at % queries.Count] = await ask(queries[at % queries.Count]);
                lock (times)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        })));
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - processorBefore).TotalMilliseconds / times.Count;
        var rate = times.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
        var asked = Math.Min(next, queries.Count);
        var equal = right is null ? asked : Enumerable.Range(0, asked).Count(at => totals[at] == right[at]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-32}{rate,8:N0}{Served.Part(times, 0.5),10:0.0}{Served.Part(times, 0.99),10:0.0}{(ours is { } best ? (best / rate).ToString("0", CultureInfo.InvariantCulture) + " x" : ""),10}  {$"{equal} of {asked}",-12}{processor:0.00} ms of our processor"));
        return (rate, totals, 100.0 * equal / asked);

        // All of them, and again from the first where that took no time: what lasts a tenth of a second measures the machine's mood.
        bool IsWanted(int at) => Stopwatch.GetElapsedTime(began) is var sofar && (at < queries.Count ? sofar < Longest : sofar < Shortest);
    }
}

/// <summary>The documents as the other engines get them: the words already read and stemmed by us, so that all search for the same.</summary>
internal sealed class PeerWords(IReadOnlySet<string> stopWords, int[] facets)
{
    private readonly HashSet<string> known = [];

    public List<(string Text, string?[] Facets)> Documents { get; } = [];

    public void Add(Document document)
    {
        var terms = document.Texts.SelectMany(text => Plain(Query.Words(text.Text, stopWords))).ToList();
        known.UnionWith(terms);
        Documents.Add((string.Join(' ', terms), [.. facets.Select(facet => document.Facets.LastOrDefault(value => value.Facet == facet).Value)]));
    }

    public List<string> Terms(string text) => Plain(Query.Read(text, stopWords));

    /// <summary>Nothing to be mended and nothing but plain letters in it: a question that every engine can be asked.</summary>
    public bool Understands(string query) => Terms(query) is { Count: > 0 } terms && terms.Count == Query.Read(query, stopWords).Count && terms.TrueForAll(known.Contains);

    private static List<string> Plain(IEnumerable<QueryWord> words) => [.. words.Select(word => word.Term).Where(term => term.All(char.IsAsciiLetterOrDigit))];
}
