using System.Runtime.CompilerServices;

namespace Trellis.Standards.Tables;

/// <summary>The headings of one table and where each stands.</summary>
internal sealed class HeadingList
{
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> positions = new(Heading.Comparer);
    private readonly (string? Heading, int Position)[] asked = new (string?, int)[64];
    private readonly Dictionary<string, int> repeats = new(Heading.Comparer);

    public IReadOnlyList<string> Names => names;

    public int Count => names.Count;

    /// <summary>Makes the list from a heading row; every column gets a name of its own. The notes say what was renamed.</summary>
    public static HeadingList From(IEnumerable<string?> cells, Action<string> note)
    {
        var list = new HeadingList();
        foreach (var cell in cells)
        {
            var name = Named(cell) ?? $"Column {list.Count + 1}";
            if (list.positions.ContainsKey(name))
            {
                var unique = list.Unique(name);
                note($"The heading \"{Short(name)}\" is there more than once; the one in column {list.Count + 1} is called \"{Short(unique)}\".");
                name = unique;
            }

            list.Add(name);
        }

        if (list.names.Any(LooksLikeData) && !list.names.Any(n => n.Any(char.IsLetter) && !n.StartsWith("Column ", StringComparison.Ordinal)))
        {
            note("The first row holds figures only; if the file has no headings, please add them.");
        }

        return list;
    }

    public int Add(string name)
    {
        positions[name] = names.Count;
        names.Add(name);
        Array.Clear(asked);
        return names.Count - 1;
    }

    /// <summary>Where a heading stands. Callers ask with the same few texts for each row, so the last answers are kept by reference.</summary>
    public int Position(string heading)
    {
        ref var known = ref asked[RuntimeHelpers.GetHashCode(heading) & (asked.Length - 1)];
        if (ReferenceEquals(known.Heading, heading))
        {
            return known.Position;
        }

        known = (heading, positions.GetValueOrDefault(heading, -1));
        return known.Position;
    }

    /// <summary>The sentence for a row with more or fewer cells.</summary>
    public string Misfit(int cells) =>
        $"The row has {(cells == 1 ? "1 cell" : $"{cells} cells")}, but there {(Count == 1 ? "is" : "are")}{(cells > Count ? " only" : "")} {(Count == 1 ? "1 heading" : $"{Count} headings")}.";

    private static string? Named(string? cell) => string.IsNullOrWhiteSpace(cell) ? null : cell.Trim().Trim('\uFEFF').ReplaceLineEndings(" ");

    private static string Short(string name) => name.Length > 60 ? name[..60] + "…" : name;

    private static bool LooksLikeData(string name) => name.Length > 0 && (char.IsAsciiDigit(name[0]) || name[0] is '£' or '-');

    private string Unique(string name)
    {
        var count = repeats.GetValueOrDefault(name, 1);
        do
        {
            count++;
        }
        while (positions.ContainsKey($"{name} ({count})"));
        repeats[name] = count;
        return $"{name} ({count})";
    }
}
