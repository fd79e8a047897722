namespace Trellis.Tests.Guards;

/// <summary>A column as a database or the model has it, with the type in PostgreSQL's short words.</summary>
internal sealed record ColumnShape(string Name, string Type, bool Nullable)
{
    public override string ToString() => $"{Name} {Type}{(Nullable ? "" : " not null")}";
}

/// <summary>A table with all that two databases, or a database and the model, must agree on. Keys are written as a, b and foreign keys as a -> table (b).</summary>
internal sealed record TableShape(string Name, IReadOnlyList<ColumnShape> Columns, string Key, IReadOnlySet<string> Uniques, IReadOnlySet<string> ForeignKeys)
{
    /// <summary>Every way in which the two differ, as sentences.</summary>
    public static IEnumerable<string> Differences(IReadOnlyCollection<TableShape> left, string leftName, IReadOnlyCollection<TableShape> right, string rightName)
    {
        foreach (var table in left)
        {
            var other = right.SingleOrDefault(one => one.Name == table.Name);
            if (other is null)
            {
                yield return $"{table.Name} is in {leftName} but not in {rightName}";
                continue;
            }

            var pairs = table.Columns.Select(column => column.ToString()).Except(other.Columns.Select(column => column.ToString()))
                .Select(column => $"{table.Name}: {column} is in {leftName} but not in {rightName}");
            foreach (var difference in pairs)
            {
                yield return difference;
            }

            if (table.Key != other.Key)
            {
                yield return $"{table.Name}: the key is ({table.Key}) in {leftName} and ({other.Key}) in {rightName}";
            }

            foreach (var rule in table.Uniques.Except(other.Uniques).Select(unique => $"unique ({unique})").Concat(table.ForeignKeys.Except(other.ForeignKeys)))
            {
                yield return $"{table.Name}: {rule} is in {leftName} but not in {rightName}";
            }
        }
    }
}
