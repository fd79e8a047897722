using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Platform.Privacy;

/// <summary>Reads, empties and deletes rows as the register says. Table and column names come from our own register, never from a request.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Names of tables and columns are written in the register; values come in as parameters.")]
internal static partial class PersonsRows
{
    /// <summary>A person's rows of one table, each as column and text.</summary>
    public static Task<List<IReadOnlyDictionary<string, string?>>> Read(DbConnection connection, PersonalTable table, Guid person, string email, CancellationToken stop, Guid? place = null)
    {
        string[] columns = [.. table.Fields.Keys, .. table.Others];
        return connection.Query<IReadOnlyDictionary<string, string?>>(
            $"SELECT {string.Join(", ", columns)} FROM {table.Table} WHERE ({table.Of}){In(table, place)}",
            row => columns.Select((column, at) => (column, at)).ToDictionary(pair => pair.column, pair => Text(row, pair.at)),
            stop, ("person", person), ("email", email), ("place", place));
    }

    /// <summary>Does to a person's rows what erasure asks; returns how many rows that were.</summary>
    public static async Task<int> Erase(DbConnection connection, PersonalTable table, Guid person, string email, CancellationToken stop, Guid? place = null)
    {
        var rows = table.OnErasure == Ending.Keep ? 0 : await connection.Execute($"{Verb(table, table.OnErasure)} WHERE ({table.Of}){(table.GoesOnErasure is { } which ? $" AND ({which})" : "")}{In(table, place)}", stop, ("person", person), ("email", email), ("place", place));
        foreach (var column in table.Forgets)
        {
            rows += await connection.Execute($"UPDATE {table.Table} SET {column} = NULL WHERE {column} = @person{In(table, place)}", stop, ("person", person), ("place", place));
        }

        return rows;
    }

    /// <summary>How many rows have outlived their time.</summary>
    /// <param name="held">People of whom nothing ends.</param>
    public static Task<long> Due(DbConnection connection, PersonalTable table, DateTimeOffset now, IReadOnlyList<Person> held, CancellationToken stop, Guid? place = null) =>
        connection.Value<long>($"SELECT count(*) FROM {table.Table} WHERE {Outlived(table)}{NotOf(table, held)}{In(table, place)}", stop, Values(table, now, held, place));

    /// <summary>Ends the rows that have outlived their time; returns how many.</summary>
    /// <param name="held">As in <see cref="Due"/>.</param>
    public static Task<int> End(DbConnection connection, PersonalTable table, DateTimeOffset now, IReadOnlyList<Person> held, CancellationToken stop, Guid? place = null) =>
        connection.Execute($"{Verb(table, table.OnEnd)} WHERE {Outlived(table)}{NotOf(table, held)}{In(table, place)}", stop, Values(table, now, held, place));

    private static (string, object?)[] Values(PersonalTable table, DateTimeOffset now, IReadOnlyList<Person> held, Guid? place) =>
    [
        ("cutoff", now.AddDays(-table.Kept.Days).UtcDateTime), ("place", place),
        .. held.SelectMany((person, at) => new (string, object?)[] { ($"person{at}", person.Id), ($"email{at}", person.Email) }),
    ];

    /// <summary>Not the rows of those who are held. A condition that is neither true nor false, as with a person who is gone, holds nobody.</summary>
    private static string NotOf(PersonalTable table, IReadOnlyList<Person> held) =>
        string.Concat(held.Select((_, at) => $" AND CASE WHEN ({Parameters().Replace(table.Of, $"@${{1}}{at}")}) THEN 1 ELSE 0 END = 0"));

    [GeneratedRegex(@"@(person|email)\b")]
    private static partial Regex Parameters();

    /// <summary>Only rows of one place, where that is asked; a table that belongs to no place has none.</summary>
    private static string In(PersonalTable table, Guid? place) => place is null ? "" : table.IsOfPlace ? " AND place_id = @place" : " AND 1 = 0";

    private static string Verb(PersonalTable table, Ending ending) => ending == Ending.Delete
        ? $"DELETE FROM {table.Table}"
        : $"UPDATE {table.Table} SET {string.Join(", ", table.Fields.Keys.Select(column => $"{column} = {table.Emptied.GetValueOrDefault(column, "NULL")}"))}";

    private static string Outlived(PersonalTable table) =>
        $"{table.Kept.Since} < @cutoff{(table.Held is { } held ? $" AND NOT ({held})" : "")}"
        + (table.OnEnd == Ending.Empty ? $" AND ({string.Join(" OR ", table.Fields.Keys.Select(column => $"{column} <> {table.Emptied.GetValueOrDefault(column, "''")}"))})" : "");

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldType(column) == typeof(byte[]) ? "a file" : Convert.ToString(row.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);
}
