using System.Globalization;
using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;

namespace Trellis.Platform.Places.Import;

/// <summary>Reads how deprived each LSOA is: its score, its tenth in the country, its fifth within the place.</summary>
internal sealed class Deprivation : Importer
{
    private static readonly string[] Codes = ["lsoa", "lsoa_code", "lsoa11cd", "lsoa code (2011)"];
    private static readonly string[] Scores = ["UK_IMD_E_score", "imd_score", "Index of Multiple Deprivation (IMD) Score"];
    private static readonly string[] Tenths = ["original_decile", "imd_decile"];

    public override string Format => "deprivation";

    public override string Title => "Index of multiple deprivation by LSOA";

    public override int Order => 13;

    public override int Recognise(IReadOnlyList<string> headings) =>
        Columns.Among(headings, Codes) is not null && Columns.Among(headings, Scores) is not null ? 95 : 0;

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        var areas = await KnownAreas.Of(run, stop);
        var lsoas = areas.All.Where(area => area.Kind == AreaKind.Lsoa).Select(area => area.Code).ToHashSet();
        var code = Columns.Require(run, "code", "the code of the LSOA", Codes);
        var score = Columns.Require(run, "score", "the score", Scores);
        var tenth = Columns.Require(run, "tenth", "the tenth (decile)", Tenths);
        var found = new Dictionary<string, (long Score, long Tenth)>();
        foreach (var row in run.File.Rows())
        {
            stop.ThrowIfCancellationRequested();
            if (row.Fault is null && row[code] is { } known && !lsoas.Contains(known))
            {
                areas.LeaveOut("areas outside the place");
            }
            else
            {
                Take(run, row, found, code, score, tenth);
            }

            run.ShowProgress();
        }

        areas.NoteLeftOut();
        NoteMissing(run, areas, found);
        await Save(run, found, stop);
    }

    private static void Take(ImportRun run, Row row, Dictionary<string, (long Score, long Tenth)> found, string code, string score, string tenth)
    {
        if (row.Fault is { } fault)
        {
            run.Refuse(row, null, null, fault);
        }
        else if (row[code] is not { } lsoa)
        {
            run.Refuse(row, code, null, "The row does not say which LSOA it is about.");
        }
        else if (!decimal.TryParse(row[score], NumberStyles.Float, CultureInfo.InvariantCulture, out var points) || points is < 0 or > 1_000)
        {
            run.Refuse(row, score, row[score], "This is not a score.");
        }
        else if (!long.TryParse(row[tenth], NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place is < 1 or > 10)
        {
            run.Refuse(row, tenth, row[tenth], "This is not a tenth from 1 to 10.");
        }
        else if (!found.TryAdd(lsoa, ((long)Math.Round(points * 1000), place)))
        {
            run.Refuse(row, code, lsoa, "The file has a row for this LSOA already.");
        }
    }

    /// <summary>Fifths within the place: a fifth of its LSOAs each, the most deprived first; of equal scores the code decides.</summary>
    private static async Task Save(ImportRun run, Dictionary<string, (long Score, long Tenth)> found, CancellationToken stop)
    {
        var book = await FigureBook.Open(run, stop);
        var period = Figures.Period(run.Source);
        var order = found.OrderByDescending(pair => pair.Value.Score).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        for (var at = 0; at < order.Count; at++)
        {
            var (lsoa, (score, tenth)) = order[at];
            run.Report.Count(book.Put(
                lsoa, period, (Figures.DeprivationScore, score), (Figures.DeprivationTenth, tenth), (Figures.DeprivationFifthHere, 1 + (at * 5L / order.Count))));
        }

        await book.Save(stop);
    }

    private static void NoteMissing(ImportRun run, KnownAreas areas, Dictionary<string, (long Score, long Tenth)> found)
    {
        foreach (var (_, code, name) in areas.All.Where(area => area.Kind == AreaKind.Lsoa && !found.ContainsKey(area.Code)))
        {
            run.NoteFile(
                $"The file has no row for {name} ({code}); its areas are probably of another year than the place's.", "Shown as not known", Severity.Warning, code);
        }
    }
}
