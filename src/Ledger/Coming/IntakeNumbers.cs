using System.Data.Common;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;

namespace Trellis.Ledger.Coming;

/// <summary>The numbers that the rows of one file are given: one after another, so that a file's rows stand together.</summary>
internal sealed class IntakeNumbers
{
    private readonly int first;
    private int next;
    private bool isUsed;

    private IntakeNumbers(int intake, int first) => (Intake, this.first, next) = (intake, first, first);

    public int Intake { get; }

    public static async Task<IntakeNumbers> Next(DbConnection connection, string table, CancellationToken stop) => new(
        await connection.Value<int>("SELECT COALESCE(MAX(id), 0) FROM ledger_intake", stop) + 1,
        await connection.Value<int>($"SELECT COALESCE(MAX(id), 0) FROM {table}", stop) + 1);

    public int Take()
    {
        isUsed = true;
        return next++;
    }

    /// <summary>The file's number for a row that keeps its own.</summary>
    public int IntakeForUpdates()
    {
        isUsed = true;
        return Intake;
    }

    /// <summary>Writes down the file, if it brought any row.</summary>
    public Task Save(ImportRun run, CancellationToken stop) => !isUsed
        ? Task.CompletedTask
        : run.Connection.Execute(
            """
            INSERT INTO ledger_intake (id, place_id, source_id, import_id, file_name, first_id, last_id)
            VALUES (@id, @place, @source, @import, @file, @first, @last)
            """,
            stop, ("id", Intake), ("place", run.Place.Id), ("source", run.Source.Id), ("import", run.Id), ("file", run.File.FileName),
            ("first", first), ("last", next - 1));
}
