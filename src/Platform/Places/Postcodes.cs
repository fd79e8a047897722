using System.Data.Common;
using Trellis.Platform.Data;

namespace Trellis.Platform.Places;

/// <summary>All postcodes of a place in memory: where each lies, and what a part of one (M33, M33 7) covers.</summary>
public sealed class Postcodes
{
    private readonly Dictionary<string, PostcodeEntry> entries;
    private readonly Lazy<Dictionary<string, PostcodePart>> parts;
    private readonly IReadOnlyDictionary<string, string> localities;

    /// <param name="all">Where each lies.</param>
    /// <param name="localities">The names of the localities by the codes of their wards.</param>
    public Postcodes(IEnumerable<PostcodeEntry> all, IReadOnlyDictionary<string, string>? localities = null)
    {
        this.localities = localities ?? new Dictionary<string, string>();
        entries = [];
        foreach (var entry in all)
        {
            entries.TryAdd(Letters(entry.Postcode), entry);
        }

        parts = new(FindParts);
    }

    public int Count => entries.Count;

    public IEnumerable<PostcodeEntry> All => entries.Values;

    /// <summary>Reads them on a connection that may have a transaction open on it.</summary>
    public static async Task<Postcodes> Load(DbConnection connection, Guid placeId, CancellationToken stop)
    {
        var shared = new Dictionary<string, string>();
        var parents = await connection.Query(
            """
            SELECT ward.code, locality.name FROM platform_area ward JOIN platform_area locality ON locality.place_id = ward.place_id AND locality.code = ward.parent_code
            WHERE ward.place_id = @place AND ward.kind = 'Ward' AND locality.kind = 'Locality'
            """,
            row => (Ward: row.GetString(0), Locality: row.GetString(1)), stop, ("place", placeId));
        var entries = await connection.Query(
            "SELECT postcode, ward_code, lsoa_code, locality, latitude_micro, longitude_micro FROM platform_postcode WHERE place_id = @place",
            row => new PostcodeEntry
            {
                PlaceId = placeId,
                Postcode = row.GetString(0),
                WardCode = Once(row.GetString(1))!,
                LsoaCode = Once(row.GetString(2))!,
                Locality = Once(row.Text(3)),
                LatitudeMicro = row.GetInt32(4),
                LongitudeMicro = row.GetInt32(5),
            },
            stop, ("place", placeId));
        return new(entries, parents.ToDictionary(parent => parent.Ward, parent => parent.Locality));

        // Thousands of postcodes share a few hundred codes.
        string? Once(string? text) => text is null ? null : shared.TryGetValue(text, out var known) ? known : shared[text] = text;
    }

    /// <summary>Upper case with one space before the last three, as in M33 2RP; null where it has not the form of a postcode.</summary>
    public static string? Tidy(string? postcode)
    {
        var letters = Letters(postcode);
        return letters.Length is >= 5 and <= 7 && IsInward(letters[^3..]) && IsOutward(letters[..^3]) ? $"{letters[..^3]} {letters[^3..]}" : null;
    }

    /// <summary>The postcode however it is spaced or cased; null where it is not one of this place's.</summary>
    public PostcodeEntry? Find(string? postcode) => entries.GetValueOrDefault(Letters(postcode));

    /// <summary>The name of the locality that a ward lies in; null where it lies in none that is known.</summary>
    public string? LocalityOf(string? wardCode) => wardCode is null ? null : localities.GetValueOrDefault(wardCode);

    /// <summary>What a district (M33) or sector (M33 7) covers in this place; null where none of its postcodes begins so.</summary>
    public PostcodePart? FindPart(string? part) => parts.Value.GetValueOrDefault(Letters(part));

    /// <summary>The postcode nearest to a spot, and so its ward; null where none lies within so many metres.</summary>
    public PostcodeEntry? Nearest(Point spot, int withinMetres = 500)
    {
        var narrow = Math.Cos(double.DegreesToRadians(spot.Latitude));
        var nearest = entries.Values.MinBy(entry =>
        {
            var (up, across) = ((double)entry.LatitudeMicro - spot.LatitudeMicro, (entry.LongitudeMicro - spot.LongitudeMicro) * narrow);
            return (up * up) + (across * across);
        });
        return nearest is not null && nearest.Point.MetresTo(spot) <= withinMetres ? nearest : null;
    }

    private static string Letters(string? text) =>
        text is null ? "" : string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static bool IsInward(string three) => char.IsAsciiDigit(three[0]) && char.IsAsciiLetter(three[1]) && char.IsAsciiLetter(three[2]);

    private static bool IsOutward(string letters) =>
        char.IsAsciiLetter(letters[0]) && letters.Any(char.IsAsciiDigit) && letters.SkipWhile(char.IsAsciiLetter).Count() <= 2;

    private Dictionary<string, PostcodePart> FindParts()
    {
        var districts = entries.GroupBy(entry => entry.Key[..^3], entry => entry.Value);
        var sectors = entries.GroupBy(entry => entry.Key[..^2], entry => entry.Value);
        var found = districts.ToDictionary(group => group.Key, group => PostcodePart.Of(group.Key, [.. group]));
        foreach (var group in sectors)
        {
            // M3 3 and M33 read the same without the space; the district is what people mean.
            found.TryAdd(group.Key, PostcodePart.Of($"{group.Key[..^1]} {group.Key[^1]}", [.. group]));
        }

        return found;
    }
}

/// <summary>A district or sector of postcodes: its middle, and how far its furthest postcode is from there.</summary>
public sealed record PostcodePart(string Name, Point Centre, int RadiusMetres, IReadOnlyList<PostcodeEntry> Postcodes)
{
    internal static PostcodePart Of(string name, IReadOnlyList<PostcodeEntry> entries)
    {
        var centre = new Point((int)entries.Average(entry => entry.LatitudeMicro), (int)entries.Average(entry => entry.LongitudeMicro));
        return new(name, centre, (int)Math.Ceiling(entries.Max(entry => entry.Point.MetresTo(centre))), entries);
    }
}
