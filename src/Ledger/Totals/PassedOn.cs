using Trellis.Ledger.Book;

namespace Trellis.Ledger.Totals;

/// <summary>
/// Counts a pound that was granted on once. Where a body of the ledger both got and gave money in a year, the smaller of the two sums is the same pounds twice:
/// it is taken off at that body, as giver and as taker, so that every breakdown still adds up and the pounds stay with the first giver and the last taker.
/// </summary>
internal static class PassedOn
{
    /// <summary>What a body got and gave on in one financial year, as the kind of money that most of its giving is.</summary>
    internal readonly record struct Amount<TBody>(TBody Body, int Year, MoneyKind Kind, long Pence);

    public static IReadOnlyList<Line> Lines(IReadOnlyCollection<Line> lines, CubeParts parts)
    {
        var between = Between(parts);
        if (between.Count == 0)
        {
            return [];
        }

        var recipients = between.ToDictionary(pair => pair.Value, pair => pair.Key);
        var got = lines.Where(line => recipients.ContainsKey(line.Recipient)).Select(line => (recipients[line.Recipient], line.Year, line.Pence));
        var given = lines.Where(line => between.ContainsKey(line.Funder)).Select(line => new Amount<int>(line.Funder, line.Year, line.Kind, line.Pence));
        return [.. Amounts(given, got).Select(amount => TakenOff(amount, between[amount.Body], parts))];
    }

    public static IEnumerable<Amount<TBody>> Amounts<TBody>(IEnumerable<Amount<TBody>> given, IEnumerable<(TBody Body, int Year, long Pence)> got)
    {
        var sums = got.GroupBy(one => (one.Body, one.Year)).ToDictionary(group => group.Key, group => group.Sum(one => one.Pence));
        return
            from one in given
            group one by (one.Body, one.Year) into year
            let pence = Math.Min(year.Sum(one => one.Pence), sums.GetValueOrDefault(year.Key))
            where pence > 0
            let kind = year.GroupBy(one => one.Kind).MaxBy(ofKind => ofKind.Sum(one => one.Pence))!.Key
            select new Amount<TBody>(year.Key.Body, year.Key.Year, kind, pence);
    }

    private static Line TakenOff(Amount<int> amount, int recipient, CubeParts parts)
    {
        var party = parts.Recipients[recipient];
        return new(
            0, amount.Kind, amount.Year, amount.Body, recipient, parts.ProgrammeById[0], parts.WardByCode.GetValueOrDefault(party.WardCode ?? ""), party.Standing, 0, -amount.Pence);
    }

    /// <summary>Bodies that both give and take: their place among the funders, and among the recipients.</summary>
    private static Dictionary<int, int> Between(CubeParts parts) => parts.Funders
        .Select((funder, at) => (at, recipient: funder.OrganisationId is { } id && parts.RecipientByOrganisation.TryGetValue(id, out var found) ? found : -1))
        .Where(pair => pair.recipient >= 0).ToDictionary(pair => pair.at, pair => pair.recipient);
}
