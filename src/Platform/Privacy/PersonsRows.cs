using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Trellis.Platform.Data;

namespace Trellis.Platform.Privacy;

/// <summary>Reads, empties and deletes rows as the register says. Table and column names come from our own register, never from a request.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Names of tables and columns are written in the register; values come in as parameters.")]
internal static class PersonsRows
{
    /// <summary>A person's rows of one table, each as column and text.</summary>
    public static Task<List<IReadOnlyDictionary<string, string?>>> Read(DbConnection connection, PersonalTable table, Guid person, string email, CancellationToken stop)
    {
        string[] columns = [.. table.Fields.Keys, .. table.Others];
        return connection.Query<IReadOnlyDictionary<string, string?>>(
            $"SELECT {string.Join(", ", columns)} FROM {table.Table} WHERE {table.Of}",
            row => columns.Select((column, at) => (column, at)).ToDictionary(pair => pair.column, pair => Text(row, pair.at)),
            stop, ("person", person), ("email", email));
    }

    /// <summary>Does to a person's rows what erasure asks; returns how many rows that were.</summary>
    public static Task<int> Erase(DbConnection connection, PersonalTable table, Guid person, string email, CancellationToken stop) =>
        table.OnErasure == Ending.Keep ? Task.FromResult(0) : connection.Execute($"{Verb(table, table.OnErasure)} WHERE ({table.Of})", stop, ("person", person), ("email", email));

    /// <summary>How many rows have outlived their time.</summary>
    public static Task<long> Due(DbConnection connection, PersonalTable table, DateTimeOffset now, CancellationToken stop) =>
        connection.Value<long>($"SELECT count(*) FROM {table.Table} WHERE {Outlived(table)}", stop, ("cutoff", now.AddDays(-table.Kept.Days).UtcDateTime));

    /// <summary>Ends the rows that have outlived their time; returns how many.</summary>
    public static Task<int> End(DbConnection connection, PersonalTable table, DateTimeOffset now, CancellationToken stop) =>
        connection.Execute($"{Verb(table, table.OnEnd)} WHERE {Outlived(table)}", stop, ("cutoff", now.AddDays(-table.Kept.Days).UtcDateTime));

    private static string Verb(PersonalTable table, Ending ending) => ending == Ending.Delete
        ? $"DELETE FROM {table.Table}"
        : $"UPDATE {table.Table} SET {string.Join(", ", table.Fields.Keys.Select(column => $"{column} = {table.Emptied.GetValueOrDefault(column, "NULL")}"))}";

    private static string Outlived(PersonalTable table) =>
        $"{table.Kept.Since} < @cutoff{(table.Held is { } held ? $" AND NOT ({held})" : "")}"
        + (table.OnEnd == Ending.Empty ? $" AND ({string.Join(" OR ", table.Fields.Keys.Select(column => $"{column} <> {table.Emptied.GetValueOrDefault(column, "''")}"))})" : "");

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : Convert.ToString(row.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);
}
