using System.Data.Common;
using Trellis.Platform.Data;

namespace Trellis.Platform.Exchange;

/// <summary>The turn of one import among those that wait: a connection with room and a transaction on it, rolled back unless it is kept.</summary>
internal sealed class ImportTurn : IAsyncDisposable
{
    private const long OneAtATime = 7_310_731;
    private readonly IDisposable? turn;
    private readonly DbTransaction transaction;

    private ImportTurn(IDisposable? turn, DbConnection connection, DbTransaction transaction) => (this.turn, Connection, this.transaction) = (turn, connection, transaction);

    public DbConnection Connection { get; }

    public static async Task<ImportTurn> Wait(Database database, WriteGate gate, CancellationToken stop)
    {
        var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        DbConnection? connection = null;
        try
        {
            connection = await database.OpenRoomy(stop);
            var transaction = await connection.BeginTransactionAsync(stop);
            if (!database.IsSqlite)
            {
                await connection.Execute("SELECT pg_advisory_xact_lock(@lock)", stop, ("lock", OneAtATime)); // SQLite has one writer anyway
            }

            return new(turn, connection, transaction);
        }
        catch
        {
            await (connection?.DisposeAsync() ?? ValueTask.CompletedTask);
            turn?.Dispose();
            throw;
        }
    }

    public async Task Keep(CancellationToken stop)
    {
        await transaction.CommitAsync(stop);
        await Database.CountAgain(Connection, stop);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Connection.DisposeAsync();
        turn?.Dispose();
    }
}
