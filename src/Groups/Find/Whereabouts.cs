using System.Text.RegularExpressions;
using Trellis.Platform.Places;
using Trellis.Platform.Search;

namespace Trellis.Groups.Find;

/// <summary>The place that somebody named, in the search box or in the field for a postcode.</summary>
/// <param name="Label">As it is shown.</param>
/// <param name="Within">Where results must lie; null where nearness was meant.</param>
/// <param name="Middle">Where distances are measured from.</param>
internal sealed partial record Whereabouts(string Label, Within? Within, Point? Middle)
{
    public bool IsNear => Within is null;

    /// <summary>Where somebody says how far away, the place is where that is measured from; without a middle it stays what it is.</summary>
    public Whereabouts AsSpot() => Middle is null ? this : this with { Within = null };

    /// <summary>
    /// What the words name, and the words without it. A whole postcode or sector means near it; a district, ward or town means within it, unless
    /// "near" stands before it. A bare name is also met by those who only carry it in their texts: Stretford Choir may sing in Sale.
    /// </summary>
    public static (Whereabouts? Where, string Left) In(string words, PlaceWords places)
    {
        if (places.Find(words) is not { } found)
        {
            return (null, words);
        }

        var at = words.LastIndexOf(found.Where.Words, StringComparison.Ordinal);
        var before = at < 0 ? "" : words[..at];
        return (From(found.Where, NearBefore().IsMatch(before), InBefore().IsMatch(before)), found.Left);
    }

    /// <summary>The middle of what stands in the field for a postcode or place; null where it names nothing here.</summary>
    public static Whereabouts? Near(string typed, PlaceWords places) => places.Find(typed) is { } found ? From(found.Where, isNear: true, isIn: false) : null;

    private static Whereabouts From(Somewhere where, bool isNear, bool isIn)
    {
        if (where.Postcode is { } postcode)
        {
            var isDistrict = !postcode.Contains(' ', StringComparison.Ordinal);
            return new(postcode, isDistrict && !isNear ? new Within([Listing.DistrictTag(postcode)], null) : null, where.Centre);
        }

        return new(where.Name, isNear ? null : new Within([.. where.WardCodes.Select(Listing.WardTag)], isIn ? null : where.Words), where.Centre);
    }

    [GeneratedRegex(@"(^|\s)(near|nearby|around|close to|next to|by)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex NearBefore();

    [GeneratedRegex(@"(^|\s)(in|at|within)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex InBefore();
}
