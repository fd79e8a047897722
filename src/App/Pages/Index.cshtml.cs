using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Exchange;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Platform.Places.Drawing;
using Trellis.Platform.Texts;

namespace Trellis.App.Pages;

/// <summary>The place's front door: what there is, where it is, what is new, and for whom.</summary>
[AllowAnonymous]
internal sealed class IndexModel(Here here, LatestImports latest, Maps maps, Texts texts, IEnumerable<ICounts> counts, IEnumerable<Importer> importers) : PageModel
{
    private const int MostNews = 4;

    public Place? Place { get; private set; }

    public IReadOnlyList<Count> Counts { get; private set; } = [];

    /// <summary>The place's wards, each leading to its page; null where no boundary is known.</summary>
    public AreaMap? Map { get; private set; }

    public IReadOnlyList<News> News { get; private set; } = [];

    /// <summary>The title of a list that came in, or else what it is.</summary>
    public string TitleOf(News news) => news.IsUntitled && importers.FirstOrDefault(importer => importer.Format == news.Format) is { } importer ? texts[importer.Called] : news.Title;

    /// <summary>Whose list it is where its title does not say so.</summary>
    public string? PublisherOf(News news) => !news.IsUntitled ? null
        : news.Publisher == SourceDetails.NobodyNamed ? texts[SourceDetails.NobodyNamed]
        : texts["Published by {0}", news.Publisher];

    public async Task OnGet(CancellationToken stop)
    {
        Place = await here.Place(stop);
        if (Place is null)
        {
            return;
        }

        var all = new List<Count>();
        foreach (var one in counts.OrderBy(c => c.Order))
        {
            all.AddRange(await one.Read(Place, stop));
        }

        Counts = all;
        var map = await maps.Of(
            Place.Id, AreaKind.Ward, texts["The wards of {0}", Place.Name], texts["The outlines of the wards, each a link to its page."], null, stop);
        Map = map.Areas.Count > 0 ? map : null;
        News = await latest.Of(Place.Id, MostNews, stop);
    }
}
