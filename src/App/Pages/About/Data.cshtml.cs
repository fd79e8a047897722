using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.App.Pages.About;

/// <summary>Every file behind the pages: who published it, under which licence, how old it is, what became of its rows.</summary>
[AllowAnonymous]
internal sealed class DataModel(Here here, Db db) : PageModel
{
    public IReadOnlyList<DataSet> Sets { get; private set; } = [];

    /// <summary>One source and the account of its latest import.</summary>
    public sealed record DataSet(Source Source, Import? Last)
    {
        /// <summary>Share-alike for databases: kept and passed on apart from the rest.</summary>
        public bool IsShareAlike => Licences.IsShareAlike(Source.Licence);

        public string? Link => WebAddress.Link(Source.Url);

        public string? LicenceLink => WebAddress.Link(Source.LicenceUrl);
    }

    public async Task OnGet(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var sources = await db.Sources(place.Id).AsNoTracking().Where(source => source.WithdrawnAt == null).OrderBy(source => source.Publisher).ThenBy(source => source.Title).ToListAsync(stop);
        var imports = await db.Set<Import>().AsNoTracking().Where(import => import.PlaceId == place.Id).ToListAsync(stop);
        var last = imports.GroupBy(import => import.SourceId).ToDictionary(of => of.Key, of => of.MaxBy(import => import.FinishedAt));
        Sets = [.. sources.Select(source => new DataSet(source, last.GetValueOrDefault(source.Id)))];
    }
}
