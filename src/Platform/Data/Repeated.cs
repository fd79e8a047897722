using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Trellis.Platform.Data;

/// <summary>One statement for many rows: SQLite compiles it once; to PostgreSQL a few hundred go together, so that they wait for one answer and not for each.</summary>
/// <remarks>What was added is done in order, and certainly once <see cref="Complete"/> has ended. Without it the last may not be.</remarks>
[SuppressMessage("Security", "CA2100", Justification = "The SQL is ours, written where it is used; what people typed comes in as parameters.")]
public sealed class Repeated : IAsyncDisposable
{
    private const int Together = 500;

    private readonly string sql;
    private readonly string[] names;
    private readonly DbCommand? command;
    private readonly DbBatch? batch;

    /// <param name="connection">Nothing else may be asked of it in between, unless the order does not matter.</param>
    /// <param name="sql">With parameters written @name.</param>
    /// <param name="names">The parameters, in the order in which <see cref="Run"/> gets them.</param>
    public Repeated(DbConnection connection, string sql, params string[] names)
    {
        (this.sql, this.names) = (sql, names);
        if (connection.CanCreateBatch)
        {
            batch = connection.CreateBatch();
            return;
        }

        command = connection.Command(sql);
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>Does it once more, now or a little later.</summary>
    public async Task Run(CancellationToken stop, params object?[] values)
    {
        if (command is not null)
        {
            for (var at = 0; at < names.Length; at++)
            {
                command.Parameters[at].Value = values[at] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(stop);
            return;
        }

        var next = batch!.CreateBatchCommand();
        next.CommandText = sql;
        for (var at = 0; at < names.Length; at++)
        {
            var parameter = next.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (names[at], values[at] ?? DBNull.Value);
            next.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(next);
        if (batch.BatchCommands.Count == Together)
        {
            await Complete(stop);
        }
    }

    /// <summary>Does what is still to be done.</summary>
    public async Task Complete(CancellationToken stop)
    {
        if (batch is { BatchCommands.Count: > 0 })
        {
            await batch.ExecuteNonQueryAsync(stop);
            batch.BatchCommands.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (command is not null)
        {
            await command.DisposeAsync();
        }

        if (batch is not null)
        {
            await batch.DisposeAsync();
        }
    }
}
