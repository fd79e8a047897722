using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Trellis.Platform.Data;

/// <summary>Parameterised SQL in one line, for the few paths that do without the mapper. Instants go in as UTC DateTime.</summary>
[SuppressMessage("Security", "CA2100", Justification = "The SQL is ours, written where it is used; what people typed comes in as parameters.")]
public static class Sql
{
    public static DbCommand Command(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Returns the number of rows changed.</summary>
    public static Task<int> Execute(this DbConnection connection, string sql, CancellationToken stop, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.Command(sql, parameters);
        return Run();

        async Task<int> Run()
        {
            await using (command)
            {
                return await command.ExecuteNonQueryAsync(stop);
            }
        }
    }

    public static Task<List<T>> Query<T>(
        this DbConnection connection, string sql, Func<DbDataReader, T> read, CancellationToken stop, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.Command(sql, parameters);
        return Run();

        async Task<List<T>> Run()
        {
            await using (command)
            {
                await using var rows = await command.ExecuteReaderAsync(stop);
                var found = new List<T>();
                while (await rows.ReadAsync(stop))
                {
                    found.Add(read(rows));
                }

                return found;
            }
        }
    }

    /// <summary>The first column of the first row, or the default where there is none.</summary>
    public static Task<T?> Value<T>(this DbConnection connection, string sql, CancellationToken stop, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.Command(sql, parameters);
        return Run();

        async Task<T?> Run()
        {
            await using (command)
            {
                await using var rows = await command.ExecuteReaderAsync(stop);
                return await rows.ReadAsync(stop) && !await rows.IsDBNullAsync(0, stop) ? rows.GetFieldValue<T>(0) : default;
            }
        }
    }

    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? Number(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    /// <summary>An instant, kept as UTC.</summary>
    public static DateTimeOffset Instant(this DbDataReader row, int column) => new(DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc));

    public static DateOnly? Date(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
