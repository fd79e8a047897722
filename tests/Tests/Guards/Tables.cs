using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Guards;

/// <summary>The SQL files are the schema; the mapper's model says the same, and both databases say the same as each other.</summary>
public sealed class Tables(Site site) : IClassFixture<Site>
{
    /// <summary>Written and read by SQL alone, without the mapper.</summary>
    private static readonly string[] WithoutMapper = ["platform_schema"];

    [Fact]
    public async Task Every_mapped_table_is_as_the_model_says()
    {
        var tables = await TablesOf.Database(site.Services.GetService(typeof(Database)) as Database ?? throw new InvalidOperationException());
        var model = await Model();
        Assert.Equal([], TableShape.Differences(model, "the model", tables, "the database"));
        var mapped = tables.Where(table => model.Any(one => one.Name == table.Name)).Select(table => table with { Uniques = new HashSet<string>(), ForeignKeys = new HashSet<string>() }).ToList();
        Assert.Equal([], TableShape.Differences(mapped, "the database", model, "the model"));
    }

    [Fact]
    public async Task Every_table_is_mapped_or_known_to_do_without()
    {
        var tables = await TablesOf.Database((Database)site.Services.GetService(typeof(Database))!);
        Assert.Equal([], tables.Select(table => table.Name).Except((await Model()).Select(table => table.Name)).Except(WithoutMapper));
    }

    [Fact]
    public async Task Both_databases_have_the_same_tables()
    {
        var here = await TablesOf.Database((Database)site.Services.GetService(typeof(Database))!);
        using var sqlite = new Database($"Data Source={Scratch.File("a.db")}");
        await Schema.Upgrade(sqlite, App.Site.Modules, TimeProvider.System, default);
        var there = await TablesOf.Database(sqlite);
        Assert.Equal([], TableShape.Differences(here, "this database", there, "SQLite").Concat(TableShape.Differences(there, "SQLite", here, "this database")));
    }

    [Fact]
    public async Task Foreign_keys_cross_to_other_modules_only_at_the_organisation()
    {
        var tables = await TablesOf.Database((Database)site.Services.GetService(typeof(Database))!);
        Assert.Equal([], Crossings(tables.SelectMany(table => table.ForeignKeys.Select(key => (table.Name, key)))));
    }

    [Fact]
    public void A_crossing_foreign_key_is_reported() => Assert.Equal(
        ["ledger_grant: name_id -> groups_name (id)"],
        Crossings([("ledger_grant", "name_id -> groups_name (id)"), ("ledger_grant", "a -> groups_organisation (id)"), ("ledger_grant", "b -> platform_place (id)"), ("ledger_grant", "c -> ledger_source (id)")]));

    [Fact]
    public async Task Each_kind_of_difference_is_reported()
    {
        using var empty = TestDatabase.CreateEmpty();
        using var database = new Database(empty.Connection);
        await using (var connection = await database.Open(default))
        {
            await connection.Execute(
                """
                CREATE TABLE parent (id uuid NOT NULL PRIMARY KEY);
                CREATE TABLE sample (id uuid NOT NULL, place_id uuid NOT NULL, name integer NOT NULL, note text NOT NULL, more text, PRIMARY KEY (id, place_id));
                """,
                default);
        }

        var options = new DbContextOptionsBuilder<SampleDb>();
        database.Configure(options);
        await using var db = new SampleDb(options.Options);
        var model = TablesOf.Model(db.Model);
        var tables = await TablesOf.Database(database);
        Assert.Equal(
            [
                "lost is in the model but not in the database",
                "sample: name text is in the model but not in the database",
                "sample: note text is in the model but not in the database",
                "sample: the key is (id) in the model and (id, place_id) in the database",
                "sample: unique (name) is in the model but not in the database",
                "sample: place_id -> parent (id) is in the model but not in the database",
            ],
            TableShape.Differences(model, "the model", tables, "the database"));
        Assert.Contains("sample: more text is in the database but not in the model", TableShape.Differences(tables, "the database", model, "the model"));
    }

    private static IEnumerable<string> Crossings(IEnumerable<(string Table, string Key)> keys) =>
        from key in keys
        let to = key.Key[(key.Key.IndexOf("-> ", StringComparison.Ordinal) + 3)..].Split(' ')[0]
        where to.Split('_')[0] != key.Table.Split('_')[0] && to != "groups_organisation" && !to.StartsWith("platform_", StringComparison.Ordinal)
        select $"{key.Table}: {key.Key}";

    private Task<List<TableShape>> Model() => site.InDb(db => Task.FromResult(TablesOf.Model(db.Model)));

    private sealed class SampleDb(DbContextOptions<SampleDb> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity("lost", entity => entity.Property<Guid>("id"));
            modelBuilder.Entity("parent", entity => entity.Property<Guid>("id"));
            modelBuilder.Entity("sample", entity =>
            {
                entity.Property<Guid>("id");
                entity.Property<Guid>("place_id");
                entity.Property<string?>("name");
                entity.Property<string?>("note");
                entity.HasKey("id");
                entity.HasIndex("name").IsUnique();
                entity.HasOne("parent").WithMany().HasForeignKey("place_id");
            });
        }
    }
}
