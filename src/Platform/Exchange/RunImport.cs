using System.Data.Common;
using System.Security.Cryptography;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;
using Trellis.Standards.Tables;

namespace Trellis.Platform.Exchange;

/// <summary>Brings one file into the place, whole or not at all, and accounts for its every row.</summary>
public sealed class RunImport(Database database, WriteGate gate, IEnumerable<Importer> importers, TimeProvider clock)
{
    /// <param name="Path">The file to read.</param>
    /// <param name="Format">The importer's word; null to find out from the headings.</param>
    /// <param name="DryRun">Do everything but keep nothing.</param>
    /// <param name="ByWhom">As in command line.</param>
    /// <param name="Progress">Called now and then with the number of rows read so far.</param>
    public sealed record Request(string Path, SourceDetails Details, string? Format, bool DryRun, string ByWhom, Action<long> Progress);

    /// <summary>What came of it: the account to show, and the findings to download.</summary>
    public sealed record Account(Guid ImportId, string Format, string Title, Source Source, ImportReport Report);

    public async Task<Result<Account>> Handle(Place place, Request request, CancellationToken stop)
    {
        try
        {
            var sha256 = await Hash(request.Path, stop);
            using var file = TableFile.Open(request.Path);
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
        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        await using var connection = await database.OpenRoomy(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var started = clock.GetUtcNow();
        var source = await SourceRows.Save(connection, place, request.Details, importer.Format, sha256, started, stop);
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(started),
            Place = place,
            Source = source,
            File = file,
            Connection = connection,
            Now = started,
            Mapping = request.Details.Mapping,
            Progress = request.Progress,
        };
        await importer.Import(run, stop);
        await Keep(run, importer, request.ByWhom, stop);
        if (request.DryRun)
        {
            await transaction.RollbackAsync(stop);
        }
        else
        {
            await transaction.CommitAsync(stop);
            await Database.CountAgain(connection, stop);
        }

        return new Account(run.Id, importer.Format, importer.Title, source, run.Report);
    }

    private Importer Choose(TableFile file, string? format)
    {
        if (format is not null)
        {
            return importers.SingleOrDefault(importer => importer.Format == format)
                ?? throw new FileRefusedException($"There is no format {format}. Choose one of: {string.Join(", ", importers.Select(importer => importer.Format).Order())}.");
        }

        var best = importers.Select(importer => (importer, sure: importer.Recognise(file.Headings))).MaxBy(candidate => candidate.sure);
        return best.sure > 0
            ? best.importer
            : throw new FileRefusedException(
                $"{file.FileName} has headings we do not know ({string.Join(", ", file.Headings.Take(6))}). Say what it is with --as, as in --as group-list.");
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
    }

    /// <summary>The file's fingerprint, in lower-case hexadecimal.</summary>
    public static async Task<string> Hash(string path, CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
    }
}
