using System.Data.Common;

namespace Trellis.Platform.Data;

/// <summary>Something that must always hold of the data. Each module registers its own; <c>trellis verify</c> asks all of them.</summary>
public interface ICheck
{
    /// <summary>What holds, as a sentence: Every import accounts for all its rows.</summary>
    string What { get; }

    /// <summary>What is wrong, one sentence each; none where all is well.</summary>
    Task<IReadOnlyList<string>> Faults(DbConnection connection, CancellationToken stop);
}

/// <summary>A check in one query, for both databases, whose first column says what is wrong in a sentence: <c>services.AddSingleton&lt;ICheck&gt;(new NoRows(…))</c>.</summary>
public sealed class NoRows(string what, string sql) : ICheck
{
    private const int Enough = 100;

    public string What => what;

    public async Task<IReadOnlyList<string>> Faults(DbConnection connection, CancellationToken stop) =>
        await connection.Query($"{sql} LIMIT {Enough}", row => row.GetString(0), stop);
}
