using Trellis.Groups.Contract;
using Trellis.Platform.Places;
using Trellis.Platform.Search;
using Trellis.Platform.Texts;
using Trellis.Platform.Web.Components;

namespace Trellis.Groups.Find;

/// <summary>The questions beside the results: their titles, their answers in words, their counts.</summary>
internal sealed class FacetList(Found found, Texts t)
{
    private const int AtOnce = 25;
    private const int MostOptions = 500;

    /// <summary>The most frequent answers and those that are chosen, the others behind them, and how many there are beyond those.</summary>
    public sealed record Facet(string Key, string Title, IReadOnlyList<FacetOption> Options, IReadOnlyList<FacetOption> More, int Beyond);

    public IReadOnlyList<Facet> All => [.. Enumerable.Range(0, found.Answer.Facets.Count).Where(at => found.Asked.Facets.Contains(found.Standing.Index.Shape.Facets[at])).Select(Of).Where(facet => facet.Options.Count > 0)];

    /// <summary>What is chosen, each with the address without it.</summary>
    public IEnumerable<(string Label, string Url)> Chosen =>
        from facet in found.Standing.Index.Shape.Facets.Select((key, at) => (Key: key, At: at))
        from value in found.Asked.Chosen(facet.Key)
        select (facet.At < Listing.Facets.Count ? Label(facet.At, value) : t["{0}: {1}", Title(facet.At), value], found.Asked.Without(facet.Key, value));

    public string KindWords(FoundRow row) => row.Listed == Listed.Group ? Label(Listing.Kind, row.Kind) : row.Kind;

    public string? CauseWords(FoundRow row) => row.Cause is null ? null : Label(Listing.Cause, row.Cause);

    public string? WardWords(FoundRow row) => row.WardCode is null ? null : Label(Listing.Ward, row.WardCode);

    private Facet Of(int at)
    {
        var key = found.Standing.Index.Shape.Facets[at];
        var chosen = found.Asked.Chosen(key);
        IEnumerable<FacetCount> counts = found.Answer.Facets[at];
        if (at == Listing.Cause)
        {
            counts = counts.Where(count => count.Value.Length == 1 || chosen.Any(value => value[..1] == count.Value[..1]));
        }

        var (first, others) = (new List<FacetCount>(), new List<FacetCount>());
        foreach (var count in counts)
        {
            (first.Count < AtOnce || chosen.Contains(count.Value) ? first : others).Add(count);
        }

        first.AddRange(chosen.Where(value => first.TrueForAll(count => count.Value != value)).Select(value => new FacetCount(value, 0)));
        var more = others.Take(MostOptions - AtOnce).Select(count => Option(at, key, count, chosen: false)).OrderBy(option => option.Label, StringComparer.CurrentCultureIgnoreCase);
        return new Facet(key, Title(at), [.. first.Select(count => Option(at, key, count, chosen.Contains(count.Value)))], [.. more], Math.Max(0, others.Count - (MostOptions - AtOnce)));
    }

    private FacetOption Option(int at, string key, FacetCount count, bool chosen) =>
        new(Label(at, count.Value), count.Count, chosen ? found.Asked.Without(key, count.Value) : found.Asked.Plus(key, count.Value), chosen);

    private string Title(int at) => at switch
    {
        Listing.Kind => t["Kind"],
        Listing.What => t["Service or building"],
        Listing.Cause => t["Cause"],
        Listing.Ward => t["Ward"],
        Listing.Locality => t["Part of {0}", found.Place.Name],
        Listing.Form => t["Legal form"],
        Listing.Size => t["Yearly income"],
        Listing.Has => t["Offers"],
        _ => t[found.Standing.Contributed[at - Listing.Facets.Count].Title],
    };

    private string Label(int at, string value) => at switch
    {
        Listing.Kind => Kind(value),
        Listing.Cause => t[CauseTitles.Of(value)],
        Listing.Ward => found.Gazetteer.Find(AreaKind.Ward, value)?.Name ?? value,
        Listing.Size => Size(value),
        Listing.Has => t["Services we know of"],
        _ => value,
    };

    private string Kind(string value) => value switch
    {
        nameof(OrganisationKind.Group) => t["Group"],
        nameof(OrganisationKind.Charity) => t["Charity"],
        nameof(OrganisationKind.CommunityCompany) => t["Community interest company"],
        nameof(OrganisationKind.Company) => t["Company"],
        nameof(OrganisationKind.SportsClub) => t["Sports club"],
        nameof(OrganisationKind.School) => t["School"],
        nameof(OrganisationKind.PublicBody) => t["Public body"],
        nameof(Listed.Service) => t["Service"],
        nameof(Listed.Premises) => t["Building or land"],
        _ => value,
    };

    private string Size(string value) => value switch
    {
        nameof(SizeBand.Micro) => t["Below £10,000"],
        nameof(SizeBand.Small) => t["£10,000 to £100,000"],
        nameof(SizeBand.Medium) => t["£100,000 to £1 million"],
        nameof(SizeBand.Large) => t["£1 million to £10 million"],
        nameof(SizeBand.Major) => t["£10 million and more"],
        _ => t["Not known"],
    };
}
