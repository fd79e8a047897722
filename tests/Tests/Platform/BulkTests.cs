using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Platform;

/// <summary>What goes in by the thousand is what one statement would have written.</summary>
public sealed class BulkTests
{
    private static readonly string[] Columns = ["id", "whole", "large", "yes", "day", "words"];

    private static readonly object?[][] Rows =
    [
        [Guid.Parse("0199d2a0-7c1e-7abc-8def-0123456789ab"), 7, long.MaxValue, true, new DateOnly(2026, 11, 22), "Sale’s “choir”, 5 € 🌳"],
        [Guid.Parse("0199d2a0-7c1e-7abc-8def-0123456789ac"), int.MinValue, -1L, false, DateOnly.MinValue, ""],
        [Guid.Parse("0199d2a0-7c1e-7abc-8def-0123456789ad"), null, null, null, null, null],
        [Guid.Parse("0199d2a0-7c1e-7abc-8def-0123456789ae"), 0, 0L, true, new DateOnly(1, 2, 3), new string('é', 5000)],
    ];

    [Fact]
    public async Task Every_kind_of_value_is_written_as_a_command_writes_it()
    {
        using var made = TestDatabase.Create();
        using var database = new Database(made.Connection);
        await using var connection = await database.Open(default);
        foreach (var table in (string[])["in_bulk", "one_by_one"])
        {
            await connection.Execute(
                $"CREATE TABLE {table} (id uuid NOT NULL PRIMARY KEY, whole integer, large bigint, yes boolean, day date, words text)", default);
        }

        await using (var bulk = await Bulk.Into(connection, "in_bulk", Columns, default))
        {
            foreach (var row in Rows)
            {
                bulk.Add(row);
            }

            await bulk.Complete(default);
        }

        foreach (var row in Rows)
        {
            await connection.Execute(
                "INSERT INTO one_by_one (id, whole, large, yes, day, words) VALUES (@id, @whole, @large, @yes, @day, @words)", default, [.. Columns.Zip(row)]);
        }

        Assert.Equal(Rows.Length, await connection.Value<long>("SELECT COUNT(*) FROM in_bulk", default));
        foreach (var (one, other) in ((string, string)[])[("in_bulk", "one_by_one"), ("one_by_one", "in_bulk")])
        {
            Assert.Equal(0L, await connection.Value<long>($"SELECT COUNT(*) FROM (SELECT * FROM {one} EXCEPT SELECT * FROM {other}) AS different", default));
        }

        if (database.IsSqlite)
        {
            Assert.Equal(
                ["text integer integer integer text text", "text integer integer integer text text", "text null null null null null", "text integer integer integer text text"],
                await connection.Query(
                    "SELECT " + string.Join(" || ' ' || ", Columns.Select(column => $"typeof({column})")) + " FROM in_bulk ORDER BY id", row => row.GetString(0), default));
        }
    }

    [Fact]
    public async Task A_row_that_breaks_a_rule_is_an_error_and_the_next_one_can_still_go_in()
    {
        using var made = TestDatabase.Create();
        using var database = new Database(made.Connection);
        Assert.SkipUnless(database.IsSqlite, "PostgreSQL tells only at the end.");
        await using var connection = await database.Open(default);
        await connection.Execute("CREATE TABLE narrow (id integer NOT NULL PRIMARY KEY)", default);
        await using var bulk = await Bulk.Into(connection, "narrow", ["id"], default);
        bulk.Add(1);
        var error = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => bulk.Add(1));
        Assert.Contains("UNIQUE", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => bulk.Add(1.5m));
        bulk.Add(2);
        await bulk.Complete(default);
        Assert.Equal(2L, await connection.Value<long>("SELECT COUNT(*) FROM narrow", default));
    }
}
