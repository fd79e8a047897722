using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Trellis.Platform.Data;

namespace Trellis.Tests.Guards;

/// <summary>Reads the shapes of all tables out of SQLite, PostgreSQL, or the mapper's model.</summary>
internal static class TablesOf
{
    private static readonly Dictionary<Type, string> Types = new()
    {
        [typeof(Guid)] = "uuid",
        [typeof(string)] = "text",
        [typeof(bool)] = "boolean",
        [typeof(int)] = "integer",
        [typeof(long)] = "bigint",
        [typeof(DateOnly)] = "date",
        [typeof(TimeOnly)] = "time",
        [typeof(DateTimeOffset)] = "timestamptz",
        [typeof(byte[])] = "bytes",
    };

    public static async Task<List<TableShape>> Database(Database database)
    {
        await using var connection = await database.Open(default);
        return database.IsSqlite ? await Sqlite(connection) : await Postgres(connection);
    }

    public static List<TableShape> Model(IModel model) =>
    [
        .. from entity in model.GetEntityTypes()
           where entity.GetTableName() is not null
           group entity by entity.GetTableName() into table
           select new TableShape(
               table.Key,
               [.. table.SelectMany(entity => Columns(entity, false)).DistinctBy(column => column.Name)],
               Join(table.First().FindPrimaryKey()!.Properties),
               table.SelectMany(entity => entity.GetIndexes()).Where(index => index.IsUnique).Select(index => Join(index.Properties)).ToHashSet(),
               table.SelectMany(entity => entity.GetForeignKeys())
                   .Select(key => $"{Join(key.Properties)} -> {key.PrincipalEntityType.GetTableName()} ({Join(key.PrincipalKey.Properties)})").ToHashSet()),
    ];

    private static IEnumerable<ColumnShape> Columns(ITypeBase type, bool nullable) =>
        type.GetProperties().Select(property => new ColumnShape(property.GetColumnName(), TypeOf(property), nullable || property.IsNullable))
            .Concat(type.GetComplexProperties().SelectMany(complex => Columns(complex.ComplexType, nullable || complex.IsNullable)));

    private static string TypeOf(IProperty property)
    {
        var plain = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return plain.IsEnum ? "text" : Types.GetValueOrDefault(plain) ?? plain.Name;
    }

    private static string Join(IEnumerable<IProperty> properties) => string.Join(", ", properties.Select(property => property.GetColumnName()));

    private static async Task<List<TableShape>> Sqlite(DbConnection connection)
    {
        var tables = new List<TableShape>();
        foreach (var name in await connection.Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1", row => row.GetString(0), default))
        {
            var columns = await connection.Query(
                "SELECT name, type, \"notnull\", pk FROM pragma_table_info(@name)",
                row => (Column: new ColumnShape(row.GetString(0), row.GetString(1) is "blob" or "BLOB" ? "bytes" : row.GetString(1).ToLowerInvariant(), row.GetInt64(2) == 0), Key: row.GetInt64(3)), default, ("name", name));
            var uniques = await connection.Query(
                "SELECT group_concat(i.name, ', ') FROM pragma_index_list(@name) l, pragma_index_info(l.name) i WHERE l.\"unique\" = 1 AND l.origin <> 'pk' AND l.partial = 0 GROUP BY l.name",
                row => row.GetString(0), default, ("name", name));
            var foreign = await connection.Query(
                "SELECT group_concat(\"from\", ', ') || ' -> ' || \"table\" || ' (' || group_concat(\"to\", ', ') || ')' FROM pragma_foreign_key_list(@name) GROUP BY id, \"table\"",
                row => row.GetString(0), default, ("name", name));
            var key = string.Join(", ", columns.Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => column.Column.Name));
            tables.Add(new(name, [.. columns.Select(column => column.Column)], key, uniques.ToHashSet(), foreign.ToHashSet()));
        }

        return tables;
    }

    private static async Task<List<TableShape>> Postgres(DbConnection connection)
    {
        var columns = await connection.Query(
            """
            SELECT c.relname::text, a.attname::text, format_type(a.atttypid, NULL), NOT a.attnotnull
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1, a.attnum
            """,
            row => (Table: row.GetString(0), Column: new ColumnShape(row.GetString(1), Short(row.GetString(2)), row.GetBoolean(3))), default);
        var rules = await connection.Query(
            """
            SELECT c.relname::text, r.contype::text, r.confrelid::regclass::text,
                (SELECT string_agg(a.attname, ', ' ORDER BY k.at) FROM unnest(r.conkey) WITH ORDINALITY k (number, at) JOIN pg_attribute a ON a.attrelid = r.conrelid AND a.attnum = k.number),
                (SELECT string_agg(a.attname, ', ' ORDER BY k.at) FROM unnest(r.confkey) WITH ORDINALITY k (number, at) JOIN pg_attribute a ON a.attrelid = r.confrelid AND a.attnum = k.number)
            FROM pg_constraint r JOIN pg_class c ON c.oid = r.conrelid WHERE c.relnamespace = 'public'::regnamespace AND r.contype IN ('p', 'u', 'f')
            UNION ALL
            SELECT c.relname::text, 'u', '', (SELECT string_agg(a.attname, ', ' ORDER BY k.at) FROM unnest(i.indkey) WITH ORDINALITY k (number, at) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number), ''
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
            WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND NOT i.indisprimary AND i.indpred IS NULL AND i.indexprs IS NULL
            """,
            row => (Table: row.GetString(0), Kind: row.GetString(1)[0], Other: row.Text(2), Own: row.GetString(3), Theirs: row.Text(4)), default);
        return
        [
            .. from column in columns
               group column.Column by column.Table into table
               let own = rules.Where(rule => rule.Table == table.Key).ToList()
               select new TableShape(
                   table.Key,
                   [.. table],
                   own.Where(rule => rule.Kind == 'p').Select(rule => rule.Own).SingleOrDefault(""),
                   own.Where(rule => rule.Kind == 'u').Select(rule => rule.Own).ToHashSet(),
                   own.Where(rule => rule.Kind == 'f').Select(rule => $"{rule.Own} -> {rule.Other} ({rule.Theirs})").ToHashSet()),
        ];
    }

    private static string Short(string type) => type switch
    {
        "timestamp with time zone" => "timestamptz",
        "time without time zone" => "time",
        "bytea" => "bytes",
        _ => type,
    };
}
