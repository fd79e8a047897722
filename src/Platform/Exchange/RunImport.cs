using System.Data.Common;
using System.Security.Cryptography;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;
using Trellis.Standards.Tables;

namespace Trellis.Platform.Exchange;

/// <summary>Brings one file into the place, whole or not at all, and accounts for its every row.</summary>
public sealed class RunImport(Database database, WriteGate gate, IEnumerable<Importer> importers, Trail trail, TimeProvider clock)
{
    /// <param name="Path">The file to read.</param>
    /// <param name="Format">The importer's word; null to find out from the headings.</param>
    /// <param name="DryRun">Do everything but keep nothing.</param>
    /// <param name="ByWhom">As in command line.</param>
    /// <param name="Progress">Called now and then with the number of rows read so far.</param>
    public sealed record Request(string Path, SourceDetails Details, string? Format, bool DryRun, string ByWhom, Action<long> Progress)
    {
        /// <summary>What must be true or done in the same transaction before the first row; it refuses by throwing <see cref="FileRefusedException"/>.</summary>
        public Func<DbConnection, CancellationToken, Task>? First { get; init; }

        /// <summary>The mapping of the details says something more of a list that may have come in before; otherwise it is all that is said of it.</summary>
        public bool AddsToEarlier { get; init; }
    }

    /// <summary>What came of it: the account to show, and the findings to download.</summary>
    /// <param name="ReadAs">The field that each heading was read as.</param>
    public sealed record Account(Guid ImportId, string Format, string Title, Source Source, ImportReport Report, IReadOnlyDictionary<string, string> ReadAs);

    public async Task<Result<Account>> Handle(Place place, Request request, CancellationToken stop)
    {
        try
        {
            using var file = TableFile.Open(request.Path);
            var sha256 = await Hash(request.Path, stop);
            var importer = Choose(file, request.Format);
            return await Run(place, request, file, importer, sha256, stop);
        }
        catch (Exception refusal) when (refusal is UnreadableFileException or FileRefusedException)
        {
            return new Problem("", refusal.Message);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return new Problem("", $"{request.Path} cannot be opened. Check that the file is there and that you may read it.");
        }
    }

    private async Task<Result<Account>> Run(Place place, Request request, TableFile file, Importer importer, string sha256, CancellationToken stop)
    {
        await using var turn = await ImportTurn.Wait(database, gate, stop);
        var connection = turn.Connection;
        if (request.First is { } first)
        {
            await first(connection, stop);
        }

        var started = clock.GetUtcNow();
        var (details, earlier) = await Place(connection, place, request.Details, importer, stop);
        var source = await SourceRows.Save(connection, place, earlier, details, request.AddsToEarlier, importer.Format, sha256, started, stop);
        var mapping = MappingSaid.Fitting(MappingSaid.Read(source.Mapping), request.Details.Mapping, file.Headings);
        var open = SourceDetails.IsOwn(source.Key) ? MappingSaid.LeftOpen(mapping, importer).ToList() : [];
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(started),
            Place = place,
            Source = source,
            File = file,
            Connection = connection,
            Now = started,
            Mapping = Sound(MappingSaid.With(mapping, open.Select(option => KeyValuePair.Create(option.Name, option.Usual!))), importer),
            Progress = request.Progress,
        };
        TellOfMapping(run, [.. mapping.Except(request.Details.Mapping)], open);
        await importer.Import(run, stop);
        foreach (var note in file.Notes)
        {
            run.Note(note, "");
        }

        run.Report.Close(run.Id, started);
        if (!request.DryRun)
        {
            await Keep(run, importer, request.ByWhom, stop);
            await turn.Keep(stop);
        }

        return new Account(run.Id, importer.Format, importer.Title, source, run.Report, run.ReadAs);
    }

    /// <summary>
    /// Where the file goes. A list that stands in the place as something else stays that: its rows would be taken for rows of the other kind. One that was taken
    /// back leaves its name to the file, which then has a key beside it.
    /// </summary>
    private async Task<(SourceDetails Details, SourceRows.Earlier? Earlier)> Place(DbConnection connection, Place place, SourceDetails details, Importer importer, CancellationToken stop)
    {
        var earlier = await SourceRows.Find(connection, place, details.Key, stop);
        if (earlier is not { HasRows: true } || earlier.Format == importer.Format)
        {
            return (details, earlier);
        }

        if (!earlier.IsWithdrawn)
        {
            var was = importers.FirstOrDefault(known => known.Format == earlier.Format)?.Title ?? earlier.Format;
            throw new FileRefusedException(
                $"{earlier.Title} came in before as “{was}”, and stands in the place as that. Take that list back first, at /work/imports, bring this one in as the same (on the command line: --as {earlier.Format}), or as a list of its own, under another name.");
        }

        var beside = details with { Key = $"{details.Key}-{importer.Format}" };
        return (beside, await SourceRows.Find(connection, place, beside.Key, stop));
    }

    /// <summary>A slip in an answer about who may see something must not show it to everybody.</summary>
    private static Dictionary<string, string> Sound(Dictionary<string, string> mapping, Importer importer)
    {
        foreach (var option in importer.Options.Where(option => option.Usual is not null))
        {
            if (ImportRun.OptionIn(mapping, option.Name) is { } answer && !option.Values.Contains(answer))
            {
                throw new FileRefusedException($"{option.Name}={answer} cannot be said of a file. Choose one of {string.Join(", ", option.Values.Select(value => $"{option.Name}={value}"))}.");
            }
        }

        return mapping;
    }

    private static void TellOfMapping(ImportRun run, IReadOnlyList<KeyValuePair<string, string>> remembered, IReadOnlyList<ImportOption> open)
    {
        if (remembered.Count > 0)
        {
            var said = remembered.Select(pair => $"{(pair.Key == MappingSaid.WholeFile ? "the whole of it" : pair.Key)} as {pair.Value}");
            run.Note($"The columns were read as somebody said for an earlier file of this name: {string.Join(", ", said)}", "Say so where that is no longer right");
        }

        foreach (var option in open)
        {
            run.Note(
                $"“{option.Words}” Nobody said, so it was read as “{option.Answers.First(answer => answer.Value == option.Usual).Words}”",
                $"Say so where it is otherwise (on the command line: --map \"*={option.Name}={option.Otherwise}\")");
        }
    }

    private Importer Choose(TableFile file, string? format)
    {
        if (format is not null)
        {
            return importers.SingleOrDefault(importer => importer.Format == format)
                ?? throw new FileRefusedException($"There is no format {format}. Choose one of: {string.Join(", ", importers.Select(importer => importer.Format).Order())}.");
        }

        return Importer.Surest(importers, file.Headings)
            ?? throw new FileRefusedException(
                $"{file.FileName} has headings we do not know ({string.Join(", ", file.Headings.Take(6))}). Say what it is (on the command line: --as group-list).");
    }

    private async Task Keep(ImportRun run, Importer importer, string byWhom, CancellationToken stop)
    {
        var report = run.Report;
        await run.Connection.Execute(
            """
            INSERT INTO platform_import (id, place_id, source_id, format, file_name, sha256, started_at, finished_at, by_whom,
                rows_in, new, updated, unchanged, waiting, refused, matched, gone)
            VALUES (@id, @place, @source, @format, @file, @sha256, @started, @finished, @by,
                @rows, @new, @updated, @unchanged, @waiting, @refused, @matched, @gone)
            """,
            stop,
            ("id", run.Id), ("place", run.Place.Id), ("source", run.Source.Id), ("format", importer.Format), ("file", run.Source.FileName),
            ("sha256", run.Source.Sha256), ("started", run.Now.UtcDateTime), ("finished", clock.GetUtcNow().UtcDateTime), ("by", byWhom),
            ("rows", report.RowsIn), ("new", report[Outcome.New]), ("updated", report[Outcome.Updated]), ("unchanged", report[Outcome.Unchanged]),
            ("waiting", report[Outcome.Waiting]), ("refused", report[Outcome.Refused]), ("matched", report.Matched), ("gone", report.Gone));

        await using var findings = await Bulk.Into(
            run.Connection, "platform_finding", ["id", "import_id", "sheet", "row", "heading", "value", "severity", "wrong", "done"], stop);
        foreach (var finding in report.Findings)
        {
            findings.Add(finding.Id, finding.ImportId, finding.Sheet, finding.Row, finding.Heading, finding.Value, finding.Severity.ToString(), finding.Wrong, finding.Done);
        }

        await findings.Complete(stop);
        await Stamps.Raise(run.Connection, "imports", stop);
        await trail.Append(run.Connection, database.IsSqlite, [new(nameof(Import), run.Id, run.Place.Id, DeedKind.Added, [])], stop);
    }

    /// <summary>The file's fingerprint, in lower-case hexadecimal.</summary>
    public static async Task<string> Hash(string path, CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
    }
}
