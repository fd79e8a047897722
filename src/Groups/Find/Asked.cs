using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trellis.Platform.Search;

namespace Trellis.Groups.Find;

/// <summary>What stands in the address bar of a search, and the addresses that lead on from it.</summary>
internal sealed class Asked
{
    public const int PageSize = 20;
    private const int MostPairs = 40;
    private const int LongestValue = 300;
    private const int LastPage = 10_000;
    private readonly List<(string Key, string Value)> pairs = [];

    /// <param name="facets">Those that whoever asks may narrow by.</param>
    public Asked(IQueryCollection query, IReadOnlyCollection<string> facets)
    {
        Facets = facets;
        foreach (var key in (string[])["q", "near", "within", "sort", "places", .. facets])
        {
            foreach (var value in query[key])
            {
                if (!string.IsNullOrWhiteSpace(value) && value.Length <= LongestValue && pairs.Count < MostPairs && !pairs.Contains((key, value)))
                {
                    pairs.Add((key, value.Trim()));
                }
            }
        }

        var words = query["q"].ToString();
        Words = words.Length <= LongestValue ? words : words[..LongestValue];
        Typing = query["typing"] == "1";
        Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1;
    }

    /// <summary>The facets that whoever asks may see and narrow by.</summary>
    public IReadOnlyCollection<string> Facets { get; }

    public string Words { get; }

    public bool Typing { get; }

    public int Page { get; }

    public string? Near => First("near");

    /// <summary>Tenths of a mile.</summary>
    public int? Within => int.TryParse(First("within"), NumberStyles.None, CultureInfo.InvariantCulture, out var tenths) && tenths is > 0 and <= 1000 ? tenths : null;

    public SortBy? Sort => First("sort") switch
    {
        "distance" => SortBy.Distance,
        "name" => SortBy.Name,
        "confirmed" => SortBy.LastConfirmed,
        "relevance" => SortBy.Relevance,
        _ => null,
    };

    /// <summary>The person followed the way out: names of places are only words.</summary>
    public bool PlacesAreWords => First("places") == "no";

    public IReadOnlyList<string> Chosen(string facet) => [.. pairs.Where(pair => pair.Key == facet).Select(pair => pair.Value)];

    /// <summary>Everything that goes along as hidden fields when the words are changed.</summary>
    public IEnumerable<(string Key, string Value)> Filters => pairs.Where(pair => pair.Key is not ("q" or "near" or "within" or "sort" or "places"));

    public bool HasFilters => Filters.Any() || Within is not null;

    public string ToPage(int page) => Address("/groups", page == 1 ? pairs : pairs.Append(("page", page.ToString(CultureInfo.InvariantCulture))));

    public string Plus(string key, string value) => Address("/groups", pairs.Append((key, value)));

    public string Without(string key, string? value = null) => Address("/groups", pairs.Where(pair => pair.Key != key || (value is not null && pair.Value != value)));

    public string WithoutFilters() => Address("/groups", pairs.Where(pair => pair.Key is "q" or "near" or "sort" or "places"));

    public string With(string key, string value) => Address("/groups", pairs.Where(pair => pair.Key != key).Append((key, value)));

    /// <summary>The question by itself, to be asked again another day.</summary>
    public string Question => Address("", pairs).TrimStart('?');

    public string File(string ending) => Address("/groups." + ending, pairs);

    private string? First(string key) => pairs.FirstOrDefault(pair => pair.Key == key).Value;

    private static string Address(string path, IEnumerable<(string Key, string Value)> with)
    {
        var query = string.Join('&', with.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
