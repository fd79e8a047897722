using Trellis.Platform.Data;
using Trellis.Platform.Exchange;

namespace Trellis.Platform.Places.Import;

/// <summary>The place's published figures while a file of them comes in: only what differs is written.</summary>
internal sealed class FigureBook
{
    private readonly ImportRun run;
    private readonly Dictionary<Key, (long Value, Guid SourceId)> known;
    private readonly Dictionary<Key, long> put = [];

    private FigureBook(ImportRun run, Dictionary<Key, (long Value, Guid SourceId)> known) => (this.run, this.known) = (run, known);

    public static async Task<FigureBook> Open(ImportRun run, CancellationToken stop)
    {
        var rows = await run.Connection.Query(
            "SELECT measure, area_code, period, value, source_id FROM platform_area_figure WHERE place_id = @place",
            row => (Key: new Key(row.GetString(0), row.GetString(1), row.GetString(2)), Value: row.GetInt64(3), SourceId: row.GetGuid(4)),
            stop, ("place", run.Place.Id));
        return new(run, rows.ToDictionary(row => row.Key, row => (row.Value, row.SourceId)));
    }

    /// <summary>Whether the file said this figure already, further up.</summary>
    public bool Has(string measure, string areaCode, string period) => put.ContainsKey(new(measure, areaCode, period));

    /// <summary>Takes a row's figures and says what became of the row.</summary>
    public Outcome Put(string areaCode, string period, params ReadOnlySpan<(string Measure, long Value)> figures)
    {
        var outcome = Outcome.Unchanged;
        foreach (var (measure, value) in figures)
        {
            var key = new Key(measure, areaCode, period);
            put[key] = value;
            var became = !known.TryGetValue(key, out var old) ? Outcome.New : old.Value == value ? Outcome.Unchanged : Outcome.Updated;
            outcome = became is Outcome.New || outcome is Outcome.New ? Outcome.New : became is Outcome.Updated ? Outcome.Updated : outcome;
        }

        return outcome;
    }

    public async Task Save(CancellationToken stop)
    {
        run.Report.Gone += known.Count(pair => pair.Value.SourceId == run.Source.Id && !put.ContainsKey(pair.Key));
        var changed = put.Where(pair => known.TryGetValue(pair.Key, out var old) && old.Value != pair.Value).ToList();
        foreach (var (key, value) in changed)
        {
            await run.Connection.Execute(
                """
                UPDATE platform_area_figure SET value = @value, source_id = @source
                WHERE place_id = @place AND measure = @measure AND area_code = @area AND period = @period
                """,
                stop, ("value", value), ("source", run.Source.Id), ("place", run.Place.Id), ("measure", key.Measure), ("area", key.AreaCode), ("period", key.Period));
        }

        var added = put.Where(pair => !known.ContainsKey(pair.Key)).ToList();
        await using (var bulk = await Bulk.Into(run.Connection, "platform_area_figure", ["id", "place_id", "area_code", "measure", "period", "value", "source_id"], stop))
        {
            foreach (var (key, value) in added)
            {
                bulk.Add(Guid.CreateVersion7(run.Now), run.Place.Id, key.AreaCode, key.Measure, key.Period, value, run.Source.Id);
            }

            await bulk.Complete(stop);
        }

        if (added.Count + changed.Count > 0)
        {
            await Stamps.Raise(run.Connection, "places", stop);
        }
    }

    private readonly record struct Key(string Measure, string AreaCode, string Period);
}
