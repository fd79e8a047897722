using System.Text.RegularExpressions;

namespace Trellis.Platform.Places;

/// <summary>Where somebody meant, as found in the words they typed.</summary>
/// <param name="Words">The words that were taken for it, as typed.</param>
/// <param name="Name">What it is called here, as in Sale or M33 7.</param>
/// <param name="WardCodes">The wards it covers; empty for a postcode, which is a spot with a distance.</param>
/// <param name="Centre">Its middle.</param>
/// <param name="Area">The ward or locality, where it is one.</param>
/// <param name="Postcode">The postcode or part of one, where it is one.</param>
/// <param name="RadiusMetres">How far from its middle it reaches; 0 for a whole postcode.</param>
public sealed record Somewhere(string Words, string Name, IReadOnlyList<string> WardCodes, Point? Centre, AreaName? Area, string? Postcode, int RadiusMetres);

/// <summary>Knows the names of a place's wards, localities, towns and parishes, and its postcodes, and finds them in what somebody typed.</summary>
public sealed partial class PlaceWords
{
    private readonly Gazetteer gazetteer;
    private readonly Dictionary<string, Somewhere> names = [];
    private readonly int longest;

    internal PlaceWords(Gazetteer gazetteer)
    {
        this.gazetteer = gazetteer;
        AddWards();
        AddTowns();
        AddLocalities();
        longest = names.Keys.Select(name => name.Count(letter => letter == ' ') + 1).DefaultIfEmpty(1).Max();
    }

    /// <summary>All names known here, in small letters, for suggestions.</summary>
    public IReadOnlyCollection<string> All => names.Keys;

    /// <summary>The place in the words and the words that are left; null where none of them is a name or postcode of this place.</summary>
    public (Somewhere Where, string Left)? Find(string typed)
    {
        if (PostcodeForm().Matches(typed).Select(match => (match, FindPostcode(match.Value))).FirstOrDefault(found => found.Item2 is not null) is ({ } match, { } spot))
        {
            return (spot, Without(typed, match.Index, match.Length));
        }

        var words = WordForm().Matches(typed);
        for (var length = Math.Min(longest, words.Count); length > 0; length--)
        {
            for (var first = 0; first + length <= words.Count; first++)
            {
                var (start, end) = (words[first].Index, words[first + length - 1].Index + words[first + length - 1].Length);
                if (names.TryGetValue(Key(typed[start..end]), out var named))
                {
                    return (named with { Words = typed[start..end] }, Without(typed, start, end - start));
                }
            }
        }

        return null;
    }

    private Somewhere? FindPostcode(string typed)
    {
        if (gazetteer.Postcodes.Find(typed) is { } whole)
        {
            return new(typed, whole.Postcode, [], whole.Point, null, whole.Postcode, 0);
        }

        return gazetteer.Postcodes.FindPart(typed) is { } part ? new(typed, part.Name, [], part.Centre, null, part.Name, part.RadiusMetres) : null;
    }

    private void AddWards()
    {
        foreach (var ward in gazetteer.Of(AreaKind.Ward))
        {
            names[Key(ward.Name)] = new(ward.Name, ward.Name, [ward.Code], ward.Middle, ward, null, 0);
        }
    }

    /// <summary>Sale is what Sale Central and Sale Moor have in common; Cornbrook is half of Gorse Hill &amp; Cornbrook.</summary>
    private void AddTowns()
    {
        var towns =
            from ward in gazetteer.Of(AreaKind.Ward)
            from half in ward.Name.Split(" & ", StringSplitOptions.TrimEntries)
            from name in new[] { half, Quarter().Replace(half, "") }
            where name.Length > 2
            group ward by name;
        foreach (var town in towns.Select(town => (Name: town.Key, Wards: town.DistinctBy(ward => ward.Code).ToList())))
        {
            names.TryAdd(Key(town.Name), new(town.Name, town.Name, [.. town.Wards.Select(ward => ward.Code)], Middle(town.Wards), null, null, 0));
        }

        foreach (var parish in gazetteer.Of(AreaKind.Parish))
        {
            names.TryAdd(Key(parish.Name), new(parish.Name, parish.Name, WardsAround(parish), parish.Middle, null, null, 0));
        }
    }

    private IReadOnlyList<string> WardsAround(AreaName parish) =>
        parish.Middle is { } middle && gazetteer.Postcodes.Nearest(middle, 5_000) is { } near ? [near.WardCode] : [];

    // A locality is called North or West: only "north trafford" or "west locality" surely means it.
    private void AddLocalities()
    {
        var borough = gazetteer.Of(AreaKind.Borough).Select(area => area.Name).FirstOrDefault();
        foreach (var locality in gazetteer.Of(AreaKind.Locality))
        {
            IReadOnlyList<string> wards = [.. gazetteer.Within(locality.Code, AreaKind.Ward).Select(ward => ward.Code)];
            foreach (var name in new[] { $"{locality.Name} locality", $"{locality.Name} {borough}", $"{borough} {locality.Name}" })
            {
                names.TryAdd(Key(name), new(name, locality.Name, wards, locality.Middle, locality, null, 0));
            }
        }
    }

    private static Point? Middle(IReadOnlyCollection<AreaName> areas)
    {
        var middles = areas.Select(area => area.Middle).OfType<Point>().ToList();
        return middles.Count == 0 ? null : new((int)middles.Average(point => point.LatitudeMicro), (int)middles.Average(point => point.LongitudeMicro));
    }

    private static string Key(string name) => Slug.From(name).Replace('-', ' ');

    private static string Without(string typed, int start, int length)
    {
        var before = Near().Replace(typed[..start].TrimEnd(' ', ','), "");
        return string.Join(' ', (before + " " + typed[(start + length)..]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(@"\b[A-Za-z]{1,2}\d[A-Za-z\d]?(\s*\d([A-Za-z]{2})?)?\b")]
    private static partial Regex PostcodeForm();

    [GeneratedRegex(@"[\p{L}\p{N}'’&-]+")]
    private static partial Regex WordForm();

    [GeneratedRegex(@" (Central|North|South|East|West|Moor|Upper|Lower|Inner|Outer)$")]
    private static partial Regex Quarter();

    [GeneratedRegex(@"(^|\s+)(near|in|at|around|within|close to|next to|by|from)$", RegexOptions.IgnoreCase)]
    private static partial Regex Near();
}
