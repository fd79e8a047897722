using Trellis.Groups.Contract;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Standards.Tables;

namespace Trellis.Groups.Intake;

/// <summary>Keeps services or buildings: a source record and a row for each, on the map by its own coordinates or its postcode.</summary>
internal sealed class ThingIntake
{
    /// <summary>A spot further than this from every postcode of the place is given no ward.</summary>
    private const int NearEnoughMetres = 200;

    private readonly ImportRun run;
    private readonly OrganisationIntake organisations;
    private readonly string table;
    private readonly string organisationColumn;
    private readonly RecordRows records;
    private readonly Dictionary<string, KnownRecord> earlier;
    private readonly Slugs slugs;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    private ThingIntake(ImportRun run, OrganisationIntake organisations, string table, string organisationColumn, RecordRows records, Dictionary<string, KnownRecord> earlier, Slugs slugs) =>
        (this.run, this.organisations, this.table, this.organisationColumn, this.records, this.earlier, this.slugs) =
        (run, organisations, table, organisationColumn, records, earlier, slugs);

    public static async Task<ThingIntake> Open(ImportRun run, OrganisationIntake organisations, string table, string organisationColumn, CancellationToken stop)
    {
        var records = new RecordRows(run.Connection, run.Source.Id, run.Id);
        return new(
            run, organisations, table, organisationColumn, records, await records.Read(stop), await Slugs.Load(run.Connection, run.Place.Id, [table], stop));
    }

    public async Task Take(Row row, Thing thing, CancellationToken stop)
    {
        run.Tick(seen.Count);
        if (LongNames.IsTooLong(thing.Name))
        {
            run.Refuse(row, null, thing.Name, LongNames.Refusal);
            return;
        }

        if (!seen.Add(thing.Key))
        {
            run.Refuse(row, null, thing.Name, "This stands twice in the file; the first row was taken");
            return;
        }

        var raw = RawRow.Of(row);
        var content = RecordRows.ContentOf(thing.Said, raw);
        var known = earlier.GetValueOrDefault(thing.Key);
        if (known is not null && known.Content == content && !known.IsGone)
        {
            run.Report.Count(Outcome.Unchanged);
            return;
        }

        await organisations.Flush(stop); // whoever offers it must be there before it
        var record = new RecordToWrite(known?.Id ?? Guid.CreateVersion7(run.Now), thing.Key, null, thing.Said, raw, row.Sheet, row.Number, content, null, null);
        if (known is null)
        {
            await records.Add([record], stop);
            await Insert(record.Id, thing, stop);
        }
        else
        {
            await organisations.Changes.Changed(record, thing.Name, stop);
            await records.Update([record], stop);
            await Update(record.Id, thing, stop);
        }

        run.Report.Count(known is null ? Outcome.New : Outcome.Updated);
        run.Report.Matched += thing.OrganisationId is null ? 0 : 1;
    }

    /// <summary>Takes off the list what the file no longer has.</summary>
    public async Task Close(CancellationToken stop)
    {
        var gone = earlier.Where(record => IsThing(record.Key) && !record.Value.IsGone && !seen.Contains(record.Key)).Select(record => record.Value).ToList();
        await records.MarkGone(gone, DateOnly.FromDateTime(run.Now.UtcDateTime), stop);
        run.Report.Gone += gone.Count;
        foreach (var record in gone)
        {
            organisations.Changes.Gone(await run.Connection.Value<string>($"SELECT name FROM {table} WHERE source_record_id = @record", stop, ("record", record.Id)));
            await run.Connection.Execute(
                $"UPDATE {table} SET is_listed = @no, changed = @stamp, version = version + 1 WHERE source_record_id = @record", stop,
                ("no", false), ("stamp", await organisations.Stamp(stop)), ("record", record.Id));
        }
    }

    /// <summary>The keys of organisations that the file names in passing begin so, to be told from its rows.</summary>
    public const string OrganisationPrefix = "organisation: ";

    public static bool IsThing(string key) => !key.StartsWith(OrganisationPrefix, StringComparison.Ordinal);

    private async Task Insert(Guid record, Thing thing, CancellationToken stop)
    {
        var values = new List<(string Column, object? Value)>
        {
            ("id", Guid.CreateVersion7(run.Now)), ("place_id", run.Place.Id), ("source_record_id", record), ("slug", slugs.Give(thing.Name)), ("version", 0),
        };
        values.AddRange(await Values(thing, stop));
        await run.Connection.Execute(
            $"INSERT INTO {table} ({string.Join(", ", values.Select(value => value.Column))}) VALUES ({string.Join(", ", values.Select(value => "@" + value.Column))})",
            stop, [.. values]);
    }

    private async Task Update(Guid record, Thing thing, CancellationToken stop)
    {
        var values = await Values(thing, stop);
        await run.Connection.Execute(
            $"UPDATE {table} SET version = version + 1, {string.Join(", ", values.Select(value => $"{value.Column} = @{value.Column}"))} WHERE source_record_id = @record",
            stop, [.. values, ("record", record)]);
    }

    private async Task<List<(string Column, object? Value)>> Values(Thing thing, CancellationToken stop)
    {
        var own = Point.From(thing.At.LatitudeMicro, thing.At.LongitudeMicro);
        var (at, hidden) = (thing.At, thing.At.MayBeHome);
        var spot = organisations.Postcodes.Find(thing.At.Postcode) ?? (own is { } point ? organisations.Postcodes.Nearest(point, NearEnoughMetres) : null);
        return
        [
            ("name", thing.Name), ("kind", thing.Kind), (organisationColumn, thing.OrganisationId), ("address", hidden ? null : at.Address), ("postcode", hidden && at.Postcode is { } postcode ? Weigh.District(postcode) : at.Postcode),
            ("ward_code", spot?.WardCode), ("lsoa_code", spot?.LsoaCode), ("locality", spot?.Locality),
            ("latitude_micro", hidden ? null : own?.LatitudeMicro ?? spot?.LatitudeMicro), ("longitude_micro", hidden ? null : own?.LongitudeMicro ?? spot?.LongitudeMicro),
            ("is_listed", true), ("changed", await organisations.Stamp(stop)), .. thing.Own,
        ];
    }
}
