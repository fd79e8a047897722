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
        Words = Cut(query["q"].ToString().TrimStart());
        if (!string.IsNullOrWhiteSpace(Words))
        {
            pairs.Add(("q", Words.TrimEnd()));
        }

        foreach (var key in (string[])["near", "within", "sort", "places", .. facets])
        {
            foreach (var value in query[key])
            {
                if (!string.IsNullOrWhiteSpace(value) && value.Length <= LongestValue && pairs.Count < MostPairs && !pairs.Contains((key, value)))
                {
                    pairs.Add((key, value.Trim()));
                }
            }
        }

        Typing = query["typing"] == "1";
        Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1;
    }

    /// <summary>The facets that whoever asks may see and narrow by.</summary>
    public IReadOnlyCollection<string> Facets { get; }

    /// <summary>As they were typed, but no more of them than is read; a space behind them ends the last word.</summary>
    public string Words { get; }

    public bool Typing { get; }

    public int Page { get; private set; }

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

    /// <summary>What the results are narrowed to, apart from the distance.</summary>
    public IEnumerable<(string Key, string Value)> Filters => pairs.Where(pair => pair.Key is not ("q" or "near" or "within" or "sort" or "places"));

    /// <summary>Everything that goes along as hidden fields when the words are changed.</summary>
    public IEnumerable<(string Key, string Value)> BesideWords => pairs.Where(pair => pair.Key != "q");

    /// <summary>Everything that goes along when the spot, the distance or the order is changed.</summary>
    public IEnumerable<(string Key, string Value)> BesideOrder => pairs.Where(pair => pair.Key is not ("near" or "within" or "sort"));

    public bool HasFilters => Filters.Any() || Within is not null;

    /// <summary>Makes it the last page where there are not as many results. True where that was so.</summary>
    public bool TurnBack(int total)
    {
        var last = Math.Max(1, (int)(((long)total + PageSize - 1) / PageSize));
        var isBeyond = Page > last;
        Page = Math.Min(Page, last);
        return isBeyond;
    }

    public string ToPage(int page) => Address("/groups", page == 1 ? pairs : pairs.Append(("page", page.ToString(CultureInfo.InvariantCulture))));

    public string Plus(string key, string value) => Address("/groups", pairs.Append((key, value)));

    public string Without(string key, string? value = null) => Address("/groups", pairs.Where(pair => pair.Key != key || (value is not null && pair.Value != value)));

    public string WithoutFilters() => Address("/groups", pairs.Where(pair => pair.Key is "q" or "near" or "sort" or "places"));

    public string With(string key, string value) => Address("/groups", pairs.Where(pair => pair.Key != key).Append((key, value)));

    /// <summary>The question by itself, to be asked again another day.</summary>
    public string Question => Address("", pairs).TrimStart('?');

    public string File(string ending) => Address("/groups." + ending, pairs);

    /// <summary>No more than is read, and no half of a sign at its end.</summary>
    private static string Cut(string words) => words.Length <= LongestValue ? words : words[..(LongestValue - (char.IsHighSurrogate(words[LongestValue - 1]) ? 1 : 0))];

    private string? First(string key) => pairs.FirstOrDefault(pair => pair.Key == key).Value;

    private static string Address(string path, IEnumerable<(string Key, string Value)> with)
    {
        var query = string.Join('&', with.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
