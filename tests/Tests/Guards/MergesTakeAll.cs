using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Guards;

/// <summary>When two groups become one, whatever other parts keep of the one goes along: no table that names an organisation is forgotten.</summary>
public sealed class MergesTakeAll(Site site) : IClassFixture<Site>
{
    /// <summary>An introduction names two groups, which may be the very two that become one: it stays as it was made.</summary>
    private static readonly string[] StayBehind = ["support_introduction"];

    [Fact]
    public async Task Every_table_of_another_part_that_names_an_organisation_follows() =>
        Assert.Equal([], Forgotten(await Tables(), [.. site.Services.GetServices<MergeFollower>().Select(one => one.Table)]));

    [Fact]
    public async Task A_table_that_is_forgotten_is_reported()
    {
        var followers = site.Services.GetServices<MergeFollower>().Select(one => one.Table).Where(table => table != "support_bid");
        Assert.Equal(["support_bid names an organisation and stays behind when it becomes part of another: register a MergeFollower."], Forgotten(await Tables(), [.. followers]));
    }

    [Fact]
    public async Task What_follows_is_a_table_with_the_columns_it_says()
    {
        var tables = (await Tables()).ToDictionary(table => table.Name, table => table.Columns.Select(column => column.Name).ToHashSet());
        Assert.All(site.Services.GetServices<MergeFollower>(), one => Assert.True(tables[one.Table].IsSupersetOf(one.HasVersion ? [one.Key, one.Column, "version"] : [one.Key, one.Column]), one.Table));
    }

    private static IEnumerable<string> Forgotten(IEnumerable<TableShape> tables, IReadOnlyCollection<string> followers) =>
        from table in tables
        where !table.Name.StartsWith("groups_", StringComparison.Ordinal) && table.ForeignKeys.Any(key => key.Contains("-> groups_organisation ", StringComparison.Ordinal))
        where !followers.Contains(table.Name) && !StayBehind.Contains(table.Name)
        select $"{table.Name} names an organisation and stays behind when it becomes part of another: register a MergeFollower.";

    private Task<List<TableShape>> Tables() => TablesOf.Database(site.Services.GetRequiredService<Database>());
}
