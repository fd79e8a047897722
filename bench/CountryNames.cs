using Trellis.Groups.Record;

namespace Trellis.Bench;

/// <summary>
/// Gives every row of the list of other names to an active charity: its own where it is active; the names of those that are not, all of one together,
/// and what the list has twice, to active charities that have none.
/// </summary>
internal static class CountryNames
{
    public static Dictionary<string, List<CountryName>> Of(string[] active, IEnumerable<(string Number, string Text, NameKind Kind)> rows, Random chance)
    {
        var names = active.ToDictionary(number => number, _ => new List<CountryName>());
        var homeless = new Dictionary<string, List<CountryName>>();
        foreach (var (at, (number, text, kind)) in rows.Index())
        {
            var own = names.TryGetValue(number, out var list);
            list ??= homeless.TryGetValue(number, out var others) ? others : homeless[number] = [];
            if (text.Length == 0 || list.Exists(name => name.Text == text))
            {
                (own, list) = (false, homeless[$"row {at}"] = []);
            }

            list.Add(new(text.Length == 0 ? $"Generated name {at}" : text, kind, IsHandedOut: !own)); // one row of the list is empty
        }

        HandOut(names, homeless.Values, chance);
        return names;
    }

    private static void HandOut(Dictionary<string, List<CountryName>> names, IEnumerable<List<CountryName>> homeless, Random chance)
    {
        var without = names.Where(pair => pair.Value.Count == 0).Select(pair => pair.Key).ToArray();
        chance.Shuffle(without);
        foreach (var (at, list) in homeless.Index())
        {
            names[without[at]] = list;
        }
    }
}
