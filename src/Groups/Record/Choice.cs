namespace Trellis.Groups.Record;

/// <summary>Takes for each field the first that says anything, in the order of authority and date, and notes who that was.</summary>
internal sealed class Choice(IReadOnlyCollection<Told> records, IReadOnlySet<Field> withheld)
{
    private static readonly Field[] OwnedByRegister = [Field.Name, Field.Kind, Field.LegalForm, Field.RegisteredOn, Field.RemovedOn, Field.Income];
    private readonly List<Fact> facts = [];
    private readonly List<Pin> pins = [.. records.SelectMany(told => told.Said.Spoken?.Pins ?? []).Where(pin => records.Any(told => told.RecordId == pin.RecordId))];

    public IReadOnlyList<Fact> Facts => facts;

    public T? Of<T>(Field field, Func<Statement, T?> read)
    {
        if (withheld.Contains(field))
        {
            return default;
        }

        if (PinOf(field) is { } pin && read(pin.Said) is { } pinned)
        {
            facts.Add(new(field, records.First(told => told.RecordId == pin.RecordId).By with { AsOf = pin.AsOf, Pin = pin }));
            return pinned;
        }

        foreach (var told in InOrder(records, field))
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

    /// <summary>What a worker has fixed; of a record that is not this organisation's any longer it does not count.</summary>
    public Pin? PinOf(Field field) => pins.LastOrDefault(pin => pin.Field == field);

    /// <summary>A register comes before other lists only for the facts that it owns.</summary>
    public static IOrderedEnumerable<Told> InOrder(IEnumerable<Told> records, Field field)
    {
        var owned = OwnedByRegister.Contains(field);
        return records
            .OrderBy(told => told.By.Authority == Authority.Register && !owned ? Authority.List : told.By.Authority)
            .ThenByDescending(told => told.Of(field).Day)
            .ThenBy(told => told.By.Key, StringComparer.Ordinal)
            .ThenBy(told => told.Said.Name, StringComparer.Ordinal)
            .ThenBy(told => told.RecordId);
    }
}
