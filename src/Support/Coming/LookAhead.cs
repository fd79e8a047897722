using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Support.Coming;

/// <summary>A waiting file as it is understood now: what would come in, what is asked, what cannot be taken.</summary>
internal sealed record Looked(Arrival Arrival, FileTable Table, Choices Said, KnowWords.Known Known)
{
    /// <summary>The columns without which nothing can come in.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public IReadOnlyList<HistoryRow> Rows { get; init; } = [];

    public IReadOnlyList<GroupOfFile> Groups { get; init; } = [];

    public IReadOnlyList<WordOfFile> Topics { get; init; } = [];

    public IReadOnlyList<WordOfFile> Ways { get; init; } = [];

    public IReadOnlyList<WordOfFile> Workers { get; init; } = [];

    public IReadOnlyDictionary<Guid, OrganisationSummary> AllGroups { get; init; } = new Dictionary<Guid, OrganisationSummary>();

    public IEnumerable<HistoryRow> Coming => With(Fate.ComesIn);

    public IEnumerable<HistoryRow> With(Fate fate) => Rows.Where(row => row.Fate == fate);

    public int Count(Fate fate) => With(fate).Count();
}

/// <summary>Looks at a waiting file without keeping anything: reads it, finds its groups and words, and says what becomes of each row.</summary>
internal sealed class LookAhead(Db db, KnowGroups groups, KnowWords words, KnowTwice twice, TimeProvider clock)
{
    /// <summary>Null where the file waits no longer.</summary>
    public async Task<Looked?> Handle(Arrival arrival, CancellationToken stop)
    {
        var content = await db.Set<WaitingFile>().AsNoTracking().Where(file => file.ArrivalId == arrival.Id).Select(file => file.Content).FirstOrDefaultAsync(stop);
        if (content is null || FileTable.Read(arrival.FileName, content) is not { Succeeded: true } table)
        {
            return null;
        }

        var (said, known) = (Choices.Read(arrival.Choices), await words.Handle(arrival.PlaceId, stop));
        var read = new ReadHistory(table.Value, said, clock.GetUtcNow());
        var looked = new Looked(arrival, table.Value, said, known) { Missing = [.. read.Missing] };
        return looked.Missing.Count > 0 ? looked : await Understand(looked, [.. table.Value.Rows.Select(read.Handle)], stop);
    }

    private async Task<Looked> Understand(Looked looked, List<HistoryRow> rows, CancellationToken stop)
    {
        var (said, known, good) = (looked.Said, looked.Known, rows.FindAll(row => row.Fault is null));
        var (asked, all) = await groups.Handle(looked.Arrival.PlaceId, said, good, stop);
        var meant = asked.ToDictionary(group => group.Asked.Key, group => group.Means);
        foreach (var row in good)
        {
            Decide(row, said, known, meant, all);
        }

        await twice.Handle(looked.Arrival.PlaceId, rows, stop);
        return looked with
        {
            Rows = rows,
            Groups = asked,
            AllGroups = all,
            Topics = WordOfFile.Of(good.Select(row => row.TopicWord), word => known.Topic(said, word)),
            Ways = WordOfFile.Of(good.Select(row => row.WayWord), word => known.Way(said, word)),
            Workers = WordOfFile.Of(good.Select(row => row.WorkerWord).Where(word => word.Length > 0), word => known.Worker(said, word)),
        };
    }

    private static void Decide(HistoryRow row, Choices said, KnowWords.Known known, Dictionary<string, string?> meant, IReadOnlyDictionary<Guid, OrganisationSummary> all)
    {
        var (topic, way, answers) = (known.Topic(said, row.TopicWord), known.Way(said, row.WayWord), row.Asked.Select(group => meant[group.Key]).ToList());
        row.Groups = [.. answers.Where(answer => answer is not null and not Choices.LeaveOut).Select(answer => all[Guid.Parse(answer!)]).DistinctBy(group => group.Id)];
        row.Fate = topic == Choices.LeaveOut || way == Choices.LeaveOut || answers.TrueForAll(answer => answer == Choices.LeaveOut) ? Fate.LeftOut
            : topic is null || way is null || answers.Contains(null) ? Fate.Waits
            : Fate.ComesIn;
        if (row.Fate == Fate.ComesIn)
        {
            (row.Topic, row.Way) = (Guid.Parse(topic!), Enum.Parse<Log.Way>(way!));
            row.Person = Guid.TryParse(known.Worker(said, row.WorkerWord), out var person) ? person : null;
        }
    }
}
