using Trellis.Groups.Contract;

namespace Trellis.Support.Coming;

/// <summary>A waiting file as it is understood now: what would come in, what is asked, what cannot be taken.</summary>
internal record Looked(Arrival Arrival, FileTable Table, Choices Said)
{
    public IReadOnlyList<ComingRow> Rows { get; init; } = [];

    public IReadOnlyList<GroupOfFile> Groups { get; init; } = [];

    /// <summary>The columns without which nothing can come in, of those that the file seems not to have.</summary>
    public IReadOnlyList<string> Missing => [.. FileField.Of(Arrival.Kind).Where(one => one.IsNeeded && !Said.HeadingsOf(Table, one.Key).Any()).Select(one => one.Words)];

    public IEnumerable<OrganisationSummary> GroupsComing => With(Fate.ComesIn).SelectMany(row => row.Groups).DistinctBy(group => group.Id);

    /// <summary>How many records come in.</summary>
    public int Makes => With(Fate.ComesIn).Sum(row => row.Makes);

    public IEnumerable<ComingRow> With(Fate fate) => Rows.Where(row => row.Fate == fate);

    public int Count(Fate fate) => With(fate).Count();
}

/// <summary>A waiting file of support history.</summary>
internal sealed record LookedHistory(Arrival Arrival, FileTable Table, Choices Said, KnowWords.Known Known) : Looked(Arrival, Table, Said)
{
    public IReadOnlyList<WordOfFile> Topics { get; init; } = [];

    public IReadOnlyList<WordOfFile> Ways { get; init; } = [];

    public IReadOnlyList<WordOfFile> Workers { get; init; } = [];

    public IEnumerable<HistoryRow> Coming => With(Fate.ComesIn).OfType<HistoryRow>();
}
