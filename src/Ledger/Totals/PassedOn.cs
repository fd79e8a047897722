namespace Trellis.Ledger.Totals;

/// <summary>
/// Counts a pound that was granted on once. Where a body of the ledger both got and gave money in a year, the smaller of the two sums is the same pounds twice:
/// it is taken off at that body, as giver and as taker, so that every breakdown still adds up and the pounds stay with the first giver and the last taker.
/// </summary>
internal static class PassedOn
{
    public static IReadOnlyList<Line> Lines(IReadOnlyCollection<Line> lines, CubeParts parts)
    {
        var between = Between(parts);
        if (between.Count == 0)
        {
            return [];
        }

        var recipients = between.ToDictionary(pair => pair.Value, pair => pair.Key);
        var got = lines.Where(line => recipients.ContainsKey(line.Recipient))
            .GroupBy(line => (Funder: recipients[line.Recipient], line.Year)).ToDictionary(group => group.Key, group => group.Sum(line => line.Pence));
        return
        [
            .. from line in lines
               where between.ContainsKey(line.Funder)
               group line by (line.Funder, line.Year) into given
               let pence = Math.Min(given.Sum(line => line.Pence), got.GetValueOrDefault(given.Key))
               where pence > 0
               select TakenOff(given.Key.Funder, given.Key.Year, between[given.Key.Funder], pence, given, parts),
        ];
    }

    private static Line TakenOff(int funder, int year, int recipient, long pence, IEnumerable<Line> given, CubeParts parts)
    {
        var party = parts.Recipients[recipient];
        var kind = given.GroupBy(line => line.Kind).MaxBy(group => group.Sum(line => line.Pence))!.Key;
        return new(0, kind, year, funder, recipient, parts.ProgrammeById[0], parts.WardByCode.GetValueOrDefault(party.WardCode ?? ""), party.Standing, 0, -pence);
    }

    /// <summary>Bodies that both give and take: their place among the funders, and among the recipients.</summary>
    private static Dictionary<int, int> Between(CubeParts parts) => parts.Funders
        .Select((funder, at) => (at, recipient: funder.OrganisationId is { } id && parts.RecipientByOrganisation.TryGetValue(id, out var found) ? found : -1))
        .Where(pair => pair.recipient >= 0).ToDictionary(pair => pair.at, pair => pair.recipient);
}
