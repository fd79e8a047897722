using System.Data.Common;

namespace Trellis.Platform.Data;

/// <summary>What one check found: nothing, or what is wrong, one sentence each.</summary>
public sealed record Checked(string What, IReadOnlyList<string> Faults);

/// <summary>Looks whether the database is whole and what it says adds up. Changes nothing.</summary>
public sealed class Verify(Database database, IEnumerable<Module> modules, IEnumerable<ICheck> checks)
{
    /// <summary>Every check with what it found, as it is found.</summary>
    public async IAsyncEnumerable<Checked> Run([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var whole = new Checked("The database is whole", await Whole(connection, stop));
        yield return whole;
        var schema = new Checked("The tables are those of this version", await SchemaFaults(connection, stop));
        yield return schema;
        if (schema.Faults.Count > 0)
        {
            yield break; // the other checks would trip over tables that are not there
        }

        foreach (var check in checks)
        {
            yield return new(check.What, await check.Faults(connection, stop));
        }
    }

    private async Task<IReadOnlyList<string>> Whole(DbConnection connection, CancellationToken stop)
    {
        if (!database.IsSqlite)
        {
            return await connection.Query(
                """
                SELECT 'The index ' || i.indexrelid::regclass || ' is not usable.' FROM pg_index i WHERE NOT i.indisvalid
                UNION ALL
                SELECT 'The rule ' || c.conname || ' of ' || c.conrelid::regclass || ' was never checked.' FROM pg_constraint c WHERE NOT c.convalidated
                """,
                row => row.GetString(0), stop);
        }

        var broken = await connection.Query("PRAGMA integrity_check", row => row.GetString(0), stop);
        var orphans = await connection.Query(
            "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2",
            row => $"{row.GetInt64(2)} rows of {row.GetString(0)} point to rows of {row.GetString(1)} that are not there.", stop);
        return [.. broken.Where(line => line != "ok"), .. orphans];
    }

    private async Task<IReadOnlyList<string>> SchemaFaults(DbConnection connection, CancellationToken stop)
    {
        var found = await Schema.Applied(connection, database.IsSqlite, stop);
        var known = Schema.Scripts(modules, database.IsSqlite ? "sqlite" : "postgres").Select(script => script.Name).ToList();
        return
        [
            .. known.Except(found).Select(name => $"The change {name} has not been made to the tables yet; start Trellis once to make it."),
            .. found.Except(known).Select(name => $"The tables have the change {name}, which this version does not know; use the newer version of Trellis."),
        ];
    }
}
