using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Platform;

/// <summary>What is done many times over by one statement is done each time, in order, with what each time was given.</summary>
public sealed class RepeatedTests
{
    private const int Times = 1201; // not a whole number of those that go together

    [Fact]
    public async Task Each_time_counts_in_order_and_with_its_own_values()
    {
        using var made = TestDatabase.Create();
        using var database = new Database(made.Connection);
        await using var connection = await database.Open(default);
        await connection.Execute("CREATE TABLE counted (id integer NOT NULL PRIMARY KEY, total integer NOT NULL, words text)", default);
        await connection.Execute("INSERT INTO counted (id, total, words) VALUES (1, 0, 'before'), (2, 0, 'before'), (3, 7, 'untouched')", default);
        await using (var adding = new Repeated(connection, "UPDATE counted SET total = total * 3 % 1009 + @add, words = @words WHERE id = @id", "add", "words", "id"))
        {
            for (var time = 0; time < Times; time++)
            {
                await adding.Run(default, time, time % 2 == 0 ? null : $"time {time}", 1 + (time % 2));
            }

            await adding.Complete(default);
            await adding.Complete(default); // nothing is left to do
        }

        var totals = new int[2];
        for (var time = 0; time < Times; time++)
        {
            totals[time % 2] = (totals[time % 2] * 3 % 1009) + time;
        }

        Assert.Equal(
            [(totals[0], null), (totals[1], $"time {Times - 2}"), (7, "untouched")],
            await connection.Query<(int, string?)>("SELECT total, words FROM counted ORDER BY id", row => (row.GetInt32(0), row.Text(1)), default));
    }

    [Fact]
    public async Task A_time_that_cannot_be_done_is_told()
    {
        using var made = TestDatabase.Create();
        using var database = new Database(made.Connection);
        await using var connection = await database.Open(default);
        await connection.Execute("CREATE TABLE once (id integer NOT NULL PRIMARY KEY)", default);
        await using var adding = new Repeated(connection, "INSERT INTO once (id) VALUES (@id)", "id");
        await adding.Run(default, 1);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(async () =>
        {
            await adding.Run(default, 1);
            await adding.Complete(default);
        });
    }
}
