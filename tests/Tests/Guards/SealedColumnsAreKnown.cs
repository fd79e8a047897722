using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Confidential;
using Trellis.Platform.Data;
using Trellis.Platform.Privacy;
using Trellis.Tests.Support;

namespace Trellis.Tests.Guards;

/// <summary>A column named as confidential is known to whoever changes keys and looks for altered texts, and is in no file about people.</summary>
public sealed class SealedColumnsAreKnown(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Every_confidential_column_is_known() => Assert.Equal([], Unknown(await Columns(), site.Services.GetServices<SealedColumn>()));

    [Fact]
    public void One_that_nobody_knows_is_reported() => Assert.Equal(
        ["a_diary.sealed_page is known to nobody", "b_diary.sealed_page is not in the database"],
        Unknown(["a_diary.sealed_page", "a_diary.id"], [new("b_diary", "sealed_page", "Diary")]));

    [Fact]
    public void Their_tables_go_into_no_file_about_people()
    {
        var register = site.Services.GetRequiredService<Register>();
        Assert.All(site.Services.GetServices<SealedColumn>(), column => Assert.True(register.Personal.Single(table => table.Table == column.Table).IsConfidential));
    }

    private static IEnumerable<string> Unknown(IEnumerable<string> all, IEnumerable<SealedColumn> known)
    {
        var (there, named) = (all.ToHashSet(), known.Select(column => $"{column.Table}.{column.Column}").ToList());
        return there.Where(column => column.Split('.')[1].StartsWith("sealed_", StringComparison.Ordinal)).Except(named).Select(column => column + " is known to nobody")
            .Concat(named.Where(column => !there.Contains(column)).Select(column => column + " is not in the database"));
    }

    private async Task<IEnumerable<string>> Columns() =>
        (await TablesOf.Database(site.Services.GetRequiredService<Database>())).SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}"));
}
