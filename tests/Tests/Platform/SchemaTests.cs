using Trellis.Platform.Data;
using Trellis.Tests.Support;
using TheSite = Trellis.App.Site;

namespace Trellis.Tests.Platform;

public sealed class SchemaTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Bringing_the_tables_up_to_date_twice_changes_nothing_the_second_time()
    {
        using var empty = TestDatabase.CreateEmpty();
        var database = new Database(empty.Connection);

        Assert.NotEmpty(await Schema.Upgrade(database, TheSite.Modules, new TestClock(), Stop));
        Assert.Empty(await Schema.Upgrade(database, TheSite.Modules, new TestClock(), Stop));
    }

    [Fact]
    public async Task Two_that_start_at_once_both_find_the_tables_made()
    {
        using var empty = TestDatabase.CreateEmpty();
        var database = new Database(empty.Connection);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Schema.Upgrade(database, TheSite.Modules, new TestClock(), Stop)));

        await using var connection = await database.Open(Stop);
        Assert.Equal(
            Schema.Scripts(TheSite.Modules, database.IsSqlite ? "sqlite" : "postgres").Select(script => script.Name).Order(StringComparer.Ordinal),
            (await Schema.Applied(connection, database.IsSqlite, Stop)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Data_of_a_newer_version_is_left_alone()
    {
        using var current = TestDatabase.Create();
        var database = new Database(current.Connection);
        await using (var connection = await database.Open(Stop))
        {
            await connection.Execute("INSERT INTO platform_schema (name, applied_at) VALUES ('2099-01-01-teleports.sql', @at)", Stop, ("at", new TestClock().GetUtcNow().UtcDateTime));
        }

        var refused = await Assert.ThrowsAsync<SchemaTooNewException>(() => Schema.Upgrade(database, TheSite.Modules, new TestClock(), Stop));
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_fails_leaves_everything_as_it_was_with_a_copy_beside_a_file()
    {
        using var current = TestDatabase.Create();
        var database = new Database(current.Connection);
        await using var connection = await database.Open(Stop);
        await connection.Execute("DELETE FROM platform_schema WHERE name = '2026-11-01-platform.sql'", Stop);
        var before = await Schema.Applied(connection, database.IsSqlite, Stop);

        await Assert.ThrowsAnyAsync<Exception>(() => Schema.Upgrade(database, TheSite.Modules, new TestClock(), Stop)); // the tables are there already

        Assert.Equal(before, await Schema.Applied(connection, database.IsSqlite, Stop));
        if (database.IsSqlite)
        {
            var copy = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(database.File)!, Path.GetFileName(database.File) + ".before-*"));
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(copy) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
            await using var beside = await new Database("Data Source=" + copy).Open(Stop);
            Assert.Equal("ok", await beside.Value<string>("PRAGMA integrity_check", Stop));
        }
    }
}
