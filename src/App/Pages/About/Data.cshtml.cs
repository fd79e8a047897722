using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
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
        public bool IsShareAlike => Source.Licence.Contains("ODbL", StringComparison.OrdinalIgnoreCase) || Source.Licence.Contains("Open Database", StringComparison.OrdinalIgnoreCase);

        public string? Link => Web(Source.Url);

        public string? LicenceLink => Web(Source.LicenceUrl);

        // An address out of a file becomes a link only where it cannot run anything.
        private static string? Web(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri.AbsoluteUri : null;
    }

    public async Task OnGet(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var sources = await db.Sources(place.Id).AsNoTracking().OrderBy(source => source.Publisher).ThenBy(source => source.Title).ToListAsync(stop);
        var imports = await db.Set<Import>().AsNoTracking().Where(import => import.PlaceId == place.Id).ToListAsync(stop);
        var last = imports.GroupBy(import => import.SourceId).ToDictionary(of => of.Key, of => of.MaxBy(import => import.FinishedAt));
        Sets = [.. sources.Select(source => new DataSet(source, last.GetValueOrDefault(source.Id)))];
    }
}
