using System.Data.Common;

namespace Trellis.Platform.Data;

/// <summary>
/// A counter per kind of data that goes up with each change, in the same transaction. Whatever is kept in memory (search, totals)
/// compares its own number with this one and so stays fresh in every process and on every node.
/// </summary>
public sealed class Stamps(Database database)
{
    /// <summary>The number of the latest change; 0 where there was none.</summary>
    public async Task<long> Read(string name, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await Read(connection, name, stop);
    }

    /// <summary>The same as it stands inside the caller's transaction.</summary>
    public static Task<long> Read(DbConnection connection, string name, CancellationToken stop) =>
        connection.Value<long>("SELECT number FROM platform_stamp WHERE name = @name", stop, ("name", name));

    /// <summary>Holds the counter without raising it: until the caller's transaction has ended, whoever else holds or raises it waits. Who reads first then writes first.</summary>
    public static Task Hold(DbConnection connection, string name, CancellationToken stop) => connection.Execute(
        "INSERT INTO platform_stamp (name, number) VALUES (@name, 0) ON CONFLICT (name) DO UPDATE SET number = platform_stamp.number", stop, ("name", name));

    /// <summary>Raises the counter inside the caller's transaction and returns its new number.</summary>
    public static async Task<long> Raise(DbConnection connection, string name, CancellationToken stop) =>
        await connection.Value<long>(
            "INSERT INTO platform_stamp (name, number) VALUES (@name, 1) ON CONFLICT (name) DO UPDATE SET number = platform_stamp.number + 1 RETURNING number",
            stop, ("name", name));
}
