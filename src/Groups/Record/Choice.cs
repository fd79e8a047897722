namespace Trellis.Groups.Record;

/// <summary>Takes for each field the first that says anything, in the order of authority and date, and notes who that was.</summary>
internal sealed class Choice(IReadOnlyCollection<Told> records)
{
    private static readonly Field[] OwnedByRegister = [Field.Name, Field.Kind, Field.LegalForm, Field.RegisteredOn, Field.RemovedOn, Field.Income];
    private readonly List<Fact> facts = [];

    public IReadOnlyList<Fact> Facts => facts;

    public T? Of<T>(Field field, Func<Statement, T?> read)
    {
        foreach (var told in InOrder(records, field))
        {
            if (read(told.Said) is { } value)
            {
                facts.Add(new(field, told.By));
                return value;
            }
        }

        return default;
    }

    /// <summary>A register comes before other lists only for the facts that it owns.</summary>
    public static IOrderedEnumerable<Told> InOrder(IEnumerable<Told> records, Field field)
    {
        var owned = OwnedByRegister.Contains(field);
        return records
            .OrderBy(told => told.By.Authority == Authority.Register && !owned ? Authority.List : told.By.Authority)
            .ThenByDescending(told => told.By.AsOf ?? DateOnly.MinValue)
            .ThenBy(told => told.By.Key, StringComparer.Ordinal)
            .ThenBy(told => told.Said.Name, StringComparer.Ordinal)
            .ThenBy(told => told.RecordId);
    }
}
