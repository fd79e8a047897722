using Trellis.Platform.Data;

namespace Trellis.Tests.Support;

/// <summary>How many rows each table has, to see that nothing was left behind.</summary>
internal static class TableCounts
{
    public static async Task<Dictionary<string, long>> Of(Database database)
    {
        await using var connection = await database.Open(default);
        var tables = await connection.Query(
            database.IsSqlite ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'" : "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'",
            row => row.GetString(0), default);
        var counts = new Dictionary<string, long>();
        foreach (var table in tables.Where(table => table is not "platform_lease"))
        {
            counts[table] = await connection.Value<long>($"SELECT count(*) FROM {table}", default);
        }

        return counts;
    }
}
