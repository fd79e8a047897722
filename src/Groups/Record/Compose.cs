using Trellis.Groups.Contract;

namespace Trellis.Groups.Record;

/// <summary>For whom an organisation is composed.</summary>
internal enum Eyes
{
    Public,

    /// <summary>The group's lead and the staff, who also see what is not public.</summary>
    Own,
}

/// <summary>
/// Chooses, field by field, what is shown of an organisation. First what the group confirmed, then what a worker entered, then the register
/// that owns the fact (name, kind, legal form, dates, income), then the other lists, the newest first; records that are gone come last.
/// </summary>
internal static class Compose
{
    /// <summary>The same records in any order give the same organisation.</summary>
    public static Composed From(IReadOnlyCollection<Told> records, Eyes eyes = Eyes.Public)
    {
        (records, var isWithdrawn) = Standing(records);
        var notPublic = records.SelectMany(told => told.Said.Spoken?.NotPublic ?? []).ToHashSet();
        var hidesAddress = eyes == Eyes.Public && notPublic.Contains(Field.Address);
        var choice = new Choice(records, eyes == Eyes.Public ? [.. notPublic.Where(field => field != Field.Address)] : new HashSet<Field>());
        var name = choice.Of(Field.Name, said => said.Name) ?? "";
        var kind = choice.Of(Field.Kind, said => said.Kind) ?? OrganisationKind.Group;
        var spot = choice.Of(Field.Address, said => (said.MayBeHome && choice.PinOf(Field.Address) is null) || (said.Postcode is null && said.Address is null) ? null : said)
            ?? choice.Of(Field.Address, said => said.Postcode is null ? null : said);
        var income = choice.Of(Field.Income, said => said.IncomePence is null ? null : said);
        var removed = StandsInARegister(records) && choice.PinOf(Field.RemovedOn) is null ? null : choice.Of(Field.RemovedOn, said => said.RemovedOn);
        var status = StatusOf(records, removed);
        return new()
        {
            Name = ShownName.From(name),
            Kind = kind,
            LegalForm = choice.Of(Field.LegalForm, said => said.LegalForm),
            Status = status,
            IsWithdrawn = isWithdrawn,
            IsListed = status != Status.Closed && !isWithdrawn && !records.All(told => told.Said.IsOnlyPayer || told.Said.Name is null),
            Purpose = choice.Of(Field.Purpose, said => said.Purpose),
            Cause = choice.Of(Field.Cause, said => said.Cause),
            Reach = choice.Of(Field.Reach, said => said.Reach),
            Website = choice.Of(Field.Website, said => said.Website),
            Email = choice.Of(Field.Email, said => said.MayBeHome ? null : said.Email),
            Telephone = choice.Of(Field.Telephone, said => said.MayBeHome ? null : said.Telephone),
            Address = spot is { MayBeHome: false } && !hidesAddress ? spot.Address : null,
            Postcode = spot?.Postcode,
            WardCode = spot?.Postcode is null ? choice.Of(Field.Address, said => said.WardCode) : null,
            MayBeHome = spot is not null && (spot.MayBeHome || hidesAddress),
            Helps = choice.Of(Field.Helps, said => said.Helps),
            Contact = choice.Of(Field.Contact, said => said.Contact),
            Languages = choice.Of(Field.Languages, said => said.Languages),
            Accessibility = choice.Of(Field.Accessibility, said => said.Accessibility),
            RegisteredOn = choice.Of(Field.RegisteredOn, said => said.RegisteredOn),
            RemovedOn = removed,
            IncomePence = income?.IncomePence,
            IncomeYear = income?.IncomeYear,
            SizeBand = Band(income?.IncomePence),
            Names = NamesOf(records, name),
            Identifiers = [.. Choice.InOrder(records, Field.Name).SelectMany(told => told.Said.Identifiers.Select(code => (code, told.By))).DistinctBy(pair => pair.code)],
            Tags = [.. records.SelectMany(told => told.Said.Tags).Distinct().Order(StringComparer.Ordinal)],
            TagsBy = [.. Choice.InOrder(records, Field.Cause).Where(told => told.Said.Tags.Count > 0).Select(told => told.By).DistinctBy(by => by.SourceId)],
            Facts = choice.Facts,
            NotPublic = [.. notPublic.Order()],
        };
    }

    /// <summary>The records that still say something; where none of them has a name, what was taken back lends its own.</summary>
    private static (IReadOnlyCollection<Told> Records, bool IsWithdrawn) Standing(IReadOnlyCollection<Told> records)
    {
        var back = records.Where(told => told.By.Authority == Authority.Withdrawn).ToList();
        if (back.Count == 0)
        {
            return (records, false);
        }

        List<Told> standing = [.. records.Where(told => told.By.Authority != Authority.Withdrawn)];
        return standing.Any(told => told.Said.Name is not null) ? (standing, false) : ([.. standing, .. back.Select(told => told with { Said = told.Said.NameAlone })], true);
    }

    /// <summary>Of several that were joined, as a charity and the one it took over from, one stands there still: what the newest register says of each of its numbers.</summary>
    private static bool StandsInARegister(IReadOnlyCollection<Told> records) =>
        records.Any(told => told.Said.RemovedOn is not null)
        && records.Where(told => told.By.Authority == Authority.Register && told.Said.Name is not null)
            .GroupBy(told => told.Said.Identifiers.Count > 0 ? told.Said.Identifiers[0] : told.By.Key)
            .Any(number => Choice.InOrder(number, Field.RemovedOn).First().Said.RemovedOn is null);

    public static SizeBand Band(long? incomePence) => incomePence switch
    {
        null => SizeBand.Unknown,
        < 10_000_00 => SizeBand.Micro,
        < 100_000_00 => SizeBand.Small,
        < 1_000_000_00 => SizeBand.Medium,
        < 10_000_000_00 => SizeBand.Large,
        _ => SizeBand.Major,
    };

    private static Status StatusOf(IReadOnlyCollection<Told> records, DateOnly? removed) =>
        removed is not null && !records.Any(told => told.By.Authority < Authority.Register) ? Status.Closed
        : records.All(told => told.By.Authority >= Authority.Gone || told.Said.Name is null) ? Status.Unconfirmed
        : Status.Active;

    private static List<NameFact> NamesOf(IReadOnlyCollection<Told> records, string current)
    {
        var said =
            from told in Choice.InOrder(records, Field.Name)
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
                    [.. group.Select(name => name.By).DistinctBy(by => by.SourceId)]))
                .OrderBy(name => name.Kind).ThenBy(name => name.Text, StringComparer.Ordinal),
        ];
    }
}
