using System.Globalization;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>Where the fields of a grant stand in the rows of one sheet: the paths of its headings as a tree, so that a cell is found without making JSON of the row.</summary>
internal sealed class GrantShape
{
    private const int SaysNothing = -1;

    private readonly Dictionary<string, int> values = [];
    private readonly Dictionary<string, GrantShape> members = [];
    private readonly Dictionary<string, SortedList<int, GrantShape>> lists = [];
    private readonly List<int> columns = [];

    /// <summary>Null where two headings mean the same place, so that only the row can tell which of them holds it.</summary>
    public static GrantShape? Of(IReadOnlyList<(string Heading, string[] Way, FieldKind Kind)> headings)
    {
        var shape = new GrantShape();
        return headings.Select((heading, column) => shape.TryAdd(heading.Way, heading.Kind, column)).All(isAlone => isAlone) ? shape : null;
    }

    public string? Say(string member, string?[] cells) => values.TryGetValue(member, out var column) && column != SaysNothing ? cells[column] : null;

    public bool Holds(string member, string?[] cells) => members.TryGetValue(member, out var shape) && shape.IsIn(cells);

    /// <summary>The items of a list, those that the row leaves empty left out.</summary>
    public List<GrantPart> List(string member, string?[] cells)
    {
        var parts = new List<GrantPart>();
        for (var (at, items) = (0, Items(member)); at < items.Count; at++)
        {
            if (items[at].IsIn(cells))
            {
                parts.Add(new(items[at], cells));
            }
        }

        return parts;
    }

    /// <summary>The first item of a list that the row does not leave empty; an empty part where there is none.</summary>
    public GrantPart First(string member, string?[] cells)
    {
        for (var (at, items) = (0, Items(member)); at < items.Count; at++)
        {
            if (items[at].IsIn(cells))
            {
                return new(items[at], cells);
            }
        }

        return default;
    }

    private IList<GrantShape> Items(string member) => lists.TryGetValue(member, out var items) ? items.Values : [];

    private bool IsIn(string?[] cells)
    {
        foreach (var column in columns)
        {
            if (cells[column] is not null)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryAdd(ReadOnlySpan<string> way, FieldKind kind, int column)
    {
        columns.Add(column);
        var name = way[0];
        if (way.Length == 1)
        {
            return !members.ContainsKey(name) && !lists.ContainsKey(name) && values.TryAdd(name, kind == FieldKind.List ? SaysNothing : column);
        }

        return !values.ContainsKey(name) && (way.Length > 2 && GrantField.IsPosition(way[1])
            ? !members.ContainsKey(name) && Item(name, int.Parse(way[1], CultureInfo.InvariantCulture)).TryAdd(way[2..], kind, column)
            : !lists.ContainsKey(name) && Member(name).TryAdd(way[1..], kind, column));
    }

    private GrantShape Member(string name)
    {
        members.TryAdd(name, new());
        return members[name];
    }

    private GrantShape Item(string name, int position)
    {
        lists.TryAdd(name, []);
        lists[name].TryAdd(position, new());
        return lists[name][position];
    }
}
