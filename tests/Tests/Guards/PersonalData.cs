using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Privacy;
using Trellis.Tests.Support;

namespace Trellis.Tests.Guards;

/// <summary>Nothing about people can be stored that is not in the register: each table and each column is in it, or it says why not.</summary>
public sealed class PersonalData(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Every_column_is_in_the_register() =>
        Assert.Equal([], site.Services.GetRequiredService<Register>().Gaps(await Tables()));

    [Fact]
    public async Task A_column_that_is_not_in_the_register_is_reported()
    {
        var tables = (await Tables()).ToDictionary();
        tables["platform_diary"] = ["id", "secret"];
        tables["platform_person"] = [.. tables["platform_person"], "born_on"];
        tables.Remove("platform_rate");
        Assert.Equal(
            [
                "platform_diary is in no register: say what it keeps of people, or why it keeps nothing.",
                "platform_person.born_on is in no register: say what it tells of a person, or put it among the others.",
                "platform_rate is in the register and not in the database.",
            ],
            site.Services.GetRequiredService<Register>().Gaps(tables).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_entry_can_be_read_previewed_and_erased()
    {
        await using var connection = await site.Services.GetRequiredService<Database>().Open(default);
        await using var transaction = await connection.BeginTransactionAsync();
        Person[] held = [new() { Id = Guid.Empty, Name = "", Email = "held@example.org", CreatedAt = site.Clock.Now, IsSample = false }];
        foreach (var table in site.Services.GetRequiredService<Register>().Personal)
        {
            await PersonsRows.Read(connection, table, Guid.Empty, "nobody@example.org", default);
            await PersonsRows.Erase(connection, table, Guid.Empty, "nobody@example.org", default);
            if (table.Kept.Since is not null)
            {
                await PersonsRows.Due(connection, table, site.Clock.Now, held, default);
                await PersonsRows.End(connection, table, site.Clock.Now, held, default);
            }
        }

        await transaction.RollbackAsync();
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> Tables() =>
        (await TablesOf.Database(site.Services.GetRequiredService<Database>())).ToDictionary(table => table.Name, table => (IReadOnlyList<string>)[.. table.Columns.Select(column => column.Name)]);
}
