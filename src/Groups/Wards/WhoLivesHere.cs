using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Groups.Wards;

/// <summary>How many people are of an age, here and in the whole place, with their shares in thousandths.</summary>
internal sealed record AgeBand(string Name, long People, long Share, long? WholeShare);

/// <summary>The answers to one question of the census.</summary>
internal sealed record CensusTopic(string Topic, string Period, long People, IReadOnlyList<CensusAnswer> Answers);

internal sealed record CensusAnswer(string Text, long People, long Share);

/// <summary>Who lives in some wards, as published.</summary>
internal sealed record WhoLivesHere(IReadOnlyList<AgeBand> Ages, IReadOnlyList<CensusTopic> Census, IReadOnlySet<Guid> SourceIds)
{
    private const string CensusPrefix = "census/";

    private static readonly (string Measure, string Name)[] Bands =
        [(Figures.Children, "Children up to 15"), (Figures.WorkingAge, "16 to 64"), (Figures.Older, "65 and over")];

    public static async Task<WhoLivesHere> Read(Db db, Place place, IReadOnlyList<string> wards, CancellationToken stop)
    {
        IReadOnlyList<string> codes = [.. wards, place.Code];
        var rows = await db.AreaFigures(place.Id).AsNoTracking().Where(figure => codes.Contains(figure.AreaCode)).OrderBy(figure => figure.Period).ToListAsync(stop);
        var here = rows.Where(row => row.AreaCode != place.Code).ToList();
        return new(
            AgesOf(Latest(here), Latest(rows.Where(row => row.AreaCode == place.Code)), wards.Count),
            wards.Count == 1 ? CensusOf(here) : [],
            rows.Select(row => row.SourceId).ToHashSet());
    }

    private static ILookup<string, long> Latest(IEnumerable<AreaFigure> rows) => rows
        .GroupBy(row => (row.Measure, row.AreaCode)).Select(group => group.Last())
        .ToLookup(row => row.Measure, row => row.Value);

    private static IReadOnlyList<AgeBand> AgesOf(ILookup<string, long> here, ILookup<string, long> whole, int wards)
    {
        if (here[Figures.Population].Count() != wards || here[Figures.Population].Sum() is not (> 0 and var people))
        {
            return [];
        }

        var all = whole[Figures.Population].Sum();
        return [.. Bands.Where(band => here[band.Measure].Count() == wards).Select(band => new AgeBand(
            band.Name, here[band.Measure].Sum(), Share(here[band.Measure].Sum(), people), all > 0 ? Share(whole[band.Measure].Sum(), all) : null))];
    }

    private static IReadOnlyList<CensusTopic> CensusOf(IReadOnlyList<AreaFigure> here) =>
    [
        .. here.Where(row => row.Measure.StartsWith(CensusPrefix, StringComparison.Ordinal))
            .Select(row => (Words: row.Measure[CensusPrefix.Length..].Split('/', 2), row.Period, row.Value))
            .Where(row => row.Words.Length == 2)
            .GroupBy(row => row.Words[0])
            .OrderBy(topic => topic.Key, StringComparer.Ordinal)
            .Select(topic => Topic(topic.Key, [.. topic.Where(row => row.Period == topic.Max(other => other.Period)).Select(row => (row.Words[1], row.Period, row.Value))])),
    ];

    private static CensusTopic Topic(string topic, IReadOnlyList<(string Answer, string Period, long People)> rows)
    {
        var people = rows.Sum(row => row.People);
        return new(topic, rows[0].Period, people, [.. rows
            .OrderByDescending(row => row.People).ThenBy(row => row.Answer, StringComparer.Ordinal)
            .Select(row => new CensusAnswer(row.Answer, row.People, people > 0 ? Share(row.People, people) : 0))]);
    }

    private static long Share(long part, long whole) => ((part * 2000) + whole) / (whole * 2);
}
