using System.Data.Common;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Platform;

public sealed class ConnectionTests
{
    [Fact]
    public async Task A_connection_from_the_pool_still_keeps_the_promises()
    {
        using var made = TestDatabase.Create();
        using var database = new Database(made.Connection);
        for (var time = 0; time < 3; time++)
        {
            await using var connection = await database.Open(default);
            await Assert.ThrowsAnyAsync<DbException>(() => connection.Execute(
                "INSERT INTO groups_identifier (place_id, code, organisation_id) VALUES (@id, 'GB-CHC-1', @id)", default, ("id", Guid.CreateVersion7()))); // of no place
            if (database.IsSqlite)
            {
                Assert.Equal(2, await connection.Value<long>("PRAGMA synchronous", default));
                Assert.Equal(1, await connection.Value<long>("PRAGMA secure_delete", default));
            }
        }
    }

    [Fact]
    public async Task The_room_an_import_is_given_is_given_back()
    {
        using var made = TestDatabase.Create();
        using var database = new Database(made.Connection);
        if (!database.IsSqlite)
        {
            return;
        }

        await using (var import = await database.OpenRoomy(default))
        {
            Assert.Equal(-64000, await import.Value<long>("PRAGMA cache_size", default));
            Assert.Equal(2, await import.Value<long>("PRAGMA synchronous", default));
        }

        await using var page = await database.Open(default);
        Assert.Equal(-2000, await page.Value<long>("PRAGMA cache_size", default));
    }
}
