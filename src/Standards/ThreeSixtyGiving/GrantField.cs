using System.Collections.Frozen;
using System.Globalization;
using Trellis.Standards.Tables;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>What a field of the standard holds.</summary>
internal enum FieldKind
{
    Text,
    Number,
    Day,
    Moment,
    Uri,
    List,
}

/// <summary>A field of the standard: its spreadsheet heading, and where it stands in the JSON.</summary>
/// <param name="Heading">As in Recipient Org:Name.</param>
/// <param name="Path">As in recipientOrganization/0/name.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record GrantField(string Heading, string Path, FieldKind Kind)
{
    /// <summary>All fields, in the order of the standard.</summary>
    public static IReadOnlyList<GrantField> All { get; } = Load();

    private static readonly FrozenDictionary<string, GrantField> ByHeading =
        All.Concat(All.Select(f => f with { Heading = Plain(f.Path) })).DistinctBy(f => f.Heading, Tables.Heading.Comparer).ToFrozenDictionary(f => f.Heading, Tables.Heading.Comparer);

    private static readonly FrozenDictionary<string, string> Groups = All
        .Where(f => f.Heading.Contains(':', StringComparison.Ordinal))
        .Select(f => (Name: f.Heading[..f.Heading.LastIndexOf(':')], Path: f.Path[..f.Path.LastIndexOf('/')]))
        .DistinctBy(g => g.Name, Tables.Heading.Comparer)
        .ToFrozenDictionary(g => g.Name, g => g.Path, Tables.Heading.Comparer);

    private static readonly FrozenDictionary<string, GrantField> ByPath = All.ToFrozenDictionary(f => f.Path);

    /// <summary>The field of a path, whatever its positions; null where the standard has none.</summary>
    public static GrantField? At(string path) => ByPath.GetValueOrDefault(string.Join('/', path.Split('/').Select(p => IsPosition(p) ? "0" : p)));

    /// <summary>
    /// The way to a heading's place: names, and positions in lists. Headings compare without case and spaces, ":" goes one level down, a number is a position;
    /// what the standard does not know keeps its own name.
    /// </summary>
    public static (string[] Way, FieldKind Kind) Of(string heading)
    {
        var parts = heading.Split(heading.Contains(':', StringComparison.Ordinal) ? ':' : '/', StringSplitOptions.TrimEntries);
        var positions = parts.Where(IsPosition).ToArray();
        var names = parts.Where(p => p.Length > 0 && !IsPosition(p)).ToArray();
        if (names.Length == 0)
        {
            return ([heading], FieldKind.Text);
        }

        if (ByHeading.TryGetValue(string.Join(':', names), out var field))
        {
            return (Positioned(field.Path, positions), field.Kind);
        }

        for (var known = names.Length - 1; known > 0; known--)
        {
            if (Groups.TryGetValue(string.Join(':', names[..known]), out var group))
            {
                return ([.. Positioned(group, positions), .. names[known..]], FieldKind.Text);
            }
        }

        return (heading.Contains(':', StringComparison.Ordinal) ? names : [heading.Trim()], FieldKind.Text);
    }

    /// <summary>Whether a part of a path is a position in a list.</summary>
    public static bool IsPosition(string part) => part.Length is > 0 and <= 3 && part.All(char.IsAsciiDigit);

    /// <summary>The positions of the heading take the place of the noughts in the path, in order.</summary>
    private static string[] Positioned(string path, string[] positions)
    {
        var way = path.Split('/');
        var next = 0;
        for (var i = 0; i < way.Length && next < positions.Length; i++)
        {
            way[i] = way[i] == "0" ? int.Parse(positions[next++], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : way[i];
        }

        return way;
    }

    private static string Plain(string path) => string.Join(':', path.Split('/').Where(p => !IsPosition(p)));

    private static List<GrantField> Load()
    {
        using var reader = new StreamReader(typeof(GrantField).Assembly.GetManifestResourceStream("360giving-headings.csv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(line => line.Split(','))
            .Select(cells => new GrantField(cells[0], cells[1], Enum.Parse<FieldKind>(cells[2].Trim(), ignoreCase: true)))];
    }
}
