using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Trellis.Platform.Data;

/// <summary>Why the database takes nothing in at the moment, in words for people.</summary>
public static class CannotSave
{
    private const int SqliteBusy = 5;
    private const int SqliteReadOnly = 8;
    private const int SqliteDiskTrouble = 10;
    private const int SqliteFull = 13;

    /// <summary>Null where the failure is of another kind.</summary>
    public static string? Because(Exception failure) => (failure is DbUpdateException { InnerException: { } inner } ? inner : failure) switch
    {
        SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            "Nothing can be saved at the moment: this site's disk is full. What you typed is still on the page before this one: go back to it, and try again later.",
        SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteDiskTrouble } or PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } =>
            "Nothing can be saved at the moment: this site's disk may only be read. What you typed is still on the page before this one: go back to it, and try again later.",
        SqliteException { SqliteErrorCode: SqliteBusy } =>
            "Nothing can be saved at the moment: a list is coming in. What you typed is still on the page before this one: go back to it, and try again in a minute.",
        _ => null,
    };
}
