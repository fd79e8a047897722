namespace Trellis.Groups.Record;

/// <summary>Takes for each field the first that says anything, in the order of authority and date, and notes who that was.</summary>
internal sealed class Choice(IReadOnlyCollection<Told> records, IReadOnlySet<Field> withheld)
{
    private static readonly Field[] OwnedByRegister = [Field.Name, Field.Kind, Field.LegalForm, Field.RegisteredOn, Field.RemovedOn, Field.Income];
    private readonly List<Fact> facts = [];

    public IReadOnlyList<Fact> Facts => facts;

    public T? Of<T>(Field field, Func<Statement, T?> read)
    {
        if (withheld.Contains(field))
        {
            return default;
        }

        var pinned = records.SelectMany(told => told.Said.Spoken?.Pins ?? []).LastOrDefault(pin => pin.Field == field)?.RecordId;
        foreach (var told in InOrder(records, field).OrderBy(told => told.RecordId == pinned ? 0 : 1))
        {
            if (read(told.Said) is { } value)
            {
                facts.Add(new(field, told.Of(field)));
                return value;
            }

            if (told.Said.Spoken?.None.Contains(field) == true)
            {
                return default;
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
            .ThenByDescending(told => told.Of(field).AsOf ?? DateOnly.MinValue)
            .ThenBy(told => told.By.Key, StringComparer.Ordinal)
            .ThenBy(told => told.Said.Name, StringComparer.Ordinal)
            .ThenBy(told => told.RecordId);
    }
}
