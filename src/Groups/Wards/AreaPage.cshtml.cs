using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Platform.Places.Drawing;
using Trellis.Platform.Texts;
using Trellis.Platform.Web.Components;

namespace Trellis.Groups.Wards;

/// <summary>The page of one ward or locality.</summary>
[AllowAnonymous]
internal sealed class AreaPageModel(Here here, ReadArea read, Maps maps, Texts texts) : PageModel
{
    /// <summary>Names written out on the page; the whole list is a click away.</summary>
    public const int MostNamed = 24;

    public Place Place { get; private set; } = null!;

    public AreaProfile Profile { get; private set; } = null!;

    public AreaName Area => Profile.Area;

    public bool IsWard => Area.Kind == AreaKind.Ward;

    /// <summary>The area with what is there.</summary>
    public AreaMap Spots { get; private set; } = null!;

    /// <summary>How deprived each of its small areas is; null where nothing is known or it is too large for them.</summary>
    public AreaMap? Deprivation { get; private set; }

    public async Task<IActionResult> OnGet(string kind, string slug, CancellationToken stop)
    {
        Place = await here.RequirePlace(stop);
        if (await read.Handle(Place, kind.Equals("wards", StringComparison.OrdinalIgnoreCase) ? AreaKind.Ward : AreaKind.Locality, slug, stop) is not { } profile)
        {
            return NotFound();
        }

        Profile = profile;
        Spots = await DrawSpots(stop);
        Deprivation = IsWard && profile.SmallAreas.Any(lsoa => lsoa.Known?.Score is not null) ? await DrawDeprivation(stop) : null;
        return Page();
    }

    private async Task<AreaMap> DrawSpots(CancellationToken stop)
    {
        var title = texts["What is where in {0}", Area.Name];
        var description = texts["A map of {0} with the groups and services that have an address there.", Area.Name];
        IReadOnlyList<AreaShape> outline = IsWard ? [new(Area.Code, Area.Name)] : [.. Profile.Wards.Select(ward => new AreaShape(ward.Code, ward.Name, Url: ward.Url))];
        var map = await maps.Of(Place.Id, AreaKind.Ward, title, description, outline, stop, within: Area.Code);
        return map with
        {
            Points = [.. Profile.Groups.Concat(Profile.Services).Where(spot => spot.Point is not null).Select(spot => new MapPoint(spot.Point!.Value, spot.Name, spot.Url, spot.Kind))],
        };
    }

    private async Task<AreaMap> DrawDeprivation(CancellationToken stop)
    {
        var title = texts["Deprivation in {0}, by small area", Area.Name];
        var description = texts["A map of the small areas of {0}; a higher number is more deprived. The heavy line is the border of the ward.", Area.Name];
        IReadOnlyList<AreaShape> shapes =
        [
            .. Profile.SmallAreas.Select(lsoa => lsoa.Known is { Score: { } score, Tenth: { } tenth }
                ? new AreaShape(lsoa.Area.Code, lsoa.Area.Name, score, texts["{0}, {1}", MeasureText.Write(Unit.Rate, score), InWords(tenth)])
                : new AreaShape(lsoa.Area.Code, lsoa.Area.Name)),
        ];
        var map = await maps.Of(Place.Id, AreaKind.Lsoa, title, description, shapes, stop, within: Area.Code);
        return map with { ValueTitle = texts["Deprivation score"], Write = score => MeasureText.Write(Unit.Rate, score) };
    }

    private string InWords(long tenth) => tenth switch
    {
        1 => texts["among the most deprived tenth of the country"],
        10 => texts["among the least deprived tenth of the country"],
        <= 5 => texts["among the most deprived {0} tenths of the country", tenth],
        _ => texts["among the least deprived {0} tenths of the country", 11 - tenth],
    };

    /// <summary>How many of the small areas are among the most deprived so many tenths.</summary>
    public int DeprivedAreas(int tenths) => Profile.SmallAreas.Count(lsoa => lsoa.Known?.Tenth <= tenths);

    /// <summary>The title of a census question; the topic as it is where we have no words for it.</summary>
    public string TopicTitle(string topic) => topic switch
    {
        "unpaid-care" => texts["Unpaid care"],
        "disability" => texts["Disability"],
        "ethnic-group" => texts["Ethnic group"],
        _ => char.ToUpperInvariant(topic[0]) + topic[1..].Replace('-', ' '),
    };

    public Chart CensusChart(CensusTopic topic) => new(
        TopicTitle(topic.Topic), texts["Answer"], texts["People"],
        [.. topic.Answers.Select(answer => new ChartRow(answer.Text, answer.People, texts["{0} ({1})", answer.People.ToString("N0"), MeasureText.Write(Unit.Share, answer.Share)]))]);
}
