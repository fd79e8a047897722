using Trellis.Groups.Contract;

namespace Trellis.Groups.Record;

/// <summary>
/// Chooses, field by field, what is shown of an organisation. First what the group confirmed, then what a worker entered, then the register
/// that owns the fact (name, kind, legal form, dates, income), then the other lists, the newest first; records that are gone come last.
/// </summary>
internal static class Compose
{
    private static readonly Field[] Owned = [Field.Name, Field.Kind, Field.LegalForm, Field.RegisteredOn, Field.RemovedOn, Field.Income];

    /// <summary>The same records in any order give the same organisation.</summary>
    public static Composed From(IReadOnlyCollection<Told> records)
    {
        var facts = new List<Fact>();
        T? Choose<T>(Field field, Func<Statement, T?> read)
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

        var name = Choose(Field.Name, said => said.Name) ?? "";
        var kind = Choose(Field.Kind, said => said.Kind) ?? OrganisationKind.Group;
        var spot = Choose(Field.Address, said => said.MayBeHome || (said.Postcode is null && said.Address is null) ? null : said)
            ?? Choose(Field.Address, said => said.Postcode is null ? null : said);
        var income = Choose(Field.Income, said => said.IncomePence is null ? null : said);
        var removed = Choose(Field.RemovedOn, said => said.RemovedOn);
        var status = StatusOf(records, removed);
        return new()
        {
            Name = ShownName.From(name),
            Kind = kind,
            LegalForm = Choose(Field.LegalForm, said => said.LegalForm),
            Status = status,
            IsListed = status != Status.Closed && !records.All(told => told.Said.IsOnlyPayer || told.Said.Name is null),
            Purpose = Choose(Field.Purpose, said => said.Purpose),
            Cause = Choose(Field.Cause, said => said.Cause),
            Reach = Choose(Field.Reach, said => said.Reach),
            Website = Choose(Field.Website, said => said.Website),
            Email = Choose(Field.Email, said => said.MayBeHome ? null : said.Email),
            Telephone = Choose(Field.Telephone, said => said.MayBeHome ? null : said.Telephone),
            Address = spot is { MayBeHome: false } ? spot.Address : null,
            Postcode = spot?.Postcode,
            MayBeHome = spot?.MayBeHome ?? false,
            RegisteredOn = Choose(Field.RegisteredOn, said => said.RegisteredOn),
            RemovedOn = removed,
            IncomePence = income?.IncomePence,
            IncomeYear = income?.IncomeYear,
            SizeBand = Band(income?.IncomePence),
            Names = NamesOf(records, name),
            Identifiers = [.. InOrder(records, Field.Name).SelectMany(told => told.Said.Identifiers.Select(code => (code, told.By))).DistinctBy(pair => pair.code)],
            Tags = [.. records.SelectMany(told => told.Said.Tags).Distinct().Order(StringComparer.Ordinal)],
            Facts = facts,
        };
    }

    public static SizeBand Band(long? incomePence) => incomePence switch
    {
        null => SizeBand.Unknown,
        < 10_000_00 => SizeBand.Micro,
        < 100_000_00 => SizeBand.Small,
        < 1_000_000_00 => SizeBand.Medium,
        < 10_000_000_00 => SizeBand.Large,
        _ => SizeBand.Major,
    };

    private static IOrderedEnumerable<Told> InOrder(IEnumerable<Told> records, Field field)
    {
        var owned = Owned.Contains(field);
        return records
            .OrderBy(told => told.By.Authority == Authority.Register && !owned ? Authority.List : told.By.Authority)
            .ThenByDescending(told => told.By.AsOf ?? DateOnly.MinValue)
            .ThenBy(told => told.By.Key, StringComparer.Ordinal)
            .ThenBy(told => told.Said.Name, StringComparer.Ordinal)
            .ThenBy(told => told.RecordId);
    }

    private static Status StatusOf(IReadOnlyCollection<Told> records, DateOnly? removed) =>
        removed is not null && !records.Any(told => told.By.Authority < Authority.Register) ? Status.Closed
        : records.All(told => told.By.Authority == Authority.Gone || told.Said.Name is null) ? Status.Unconfirmed
        : Status.Active;

    private static List<NameFact> NamesOf(IReadOnlyCollection<Told> records, string current)
    {
        var said =
            from told in InOrder(records, Field.Name)
            from name in told.Said.OtherNames.Prepend(new SaidName(told.Said.Name ?? "", NameKind.Other))
            where name.Text.Length > 0
            select (Text: ShownName.From(name.Text), name.Kind, told.By);
        var shown = ShownName.From(current);
        return
        [
            .. said.GroupBy(name => name.Text, StringComparer.OrdinalIgnoreCase)
                .Select(group => new NameFact(
                    group.First().Text,
                    string.Equals(group.Key, shown, StringComparison.OrdinalIgnoreCase) ? NameKind.Current : group.Min(name => name.Kind),
                    [.. group.Select(name => name.By).Distinct()]))
                .OrderBy(name => name.Kind).ThenBy(name => name.Text, StringComparer.Ordinal),
        ];
    }
}
