using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Tags;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Texts;
using Trellis.Platform.Web;

namespace Trellis.Groups.Find;

/// <summary>The results of a search as a file. Rows that may only be passed on under a share-alike licence stay out of it.</summary>
[AllowAnonymous]
internal sealed class TakeModel(FindGroups find, OpenFacets facets, ReadTags tags, Database database, PublicAddress address, Texts t) : PageModel
{
    private const int AtOnce = 200;

    public async Task<IActionResult> OnGet(string ending, CancellationToken stop)
    {
        var asked = new Asked(Request.Query, await facets.Keys(stop));
        var (found, rows) = await find.All(asked, stop);
        var sayers = await Sayers(found.Place.Id, stop);
        var shareAlike = sayers.Where(sayer => sayer.IsShareAlike).Select(sayer => sayer.Id).ToHashSet();
        var attribution = sayers.Where(sayer => !sayer.IsShareAlike).Select(sayer => sayer.Attribution).Distinct().ToList();
        if (shareAlike.Count > 0)
        {
            attribution.Add(t["Rows under a share-alike licence are not in this file; see /about/data."]);
            rows = Free(rows, found.Place.Id, shareAlike, stop);
        }

        return new Download<FoundRow>(found.Place.Slug + "-groups", [.. Columns(new FacetList(found, t)), .. await Tags(found, stop)], rows, attribution) { Ending = ending };
    }

    private async Task<List<WhoSays.Sayer>> Sayers(Guid placeId, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await new WhoSays(connection, placeId).All(stop);
    }

    /// <summary>The rows of which no source is under such a licence: what a group's page shows may come from any of those that speak of it.</summary>
    private async IAsyncEnumerable<FoundRow> Free(IAsyncEnumerable<FoundRow> rows, Guid placeId, HashSet<Guid> shareAlike, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var whoSays = new WhoSays(connection, placeId);
        await foreach (var some in rows.Chunk(AtOnce).WithCancellation(stop))
        {
            var said = await whoSays.Of(some, stop);
            foreach (var row in some.Where(row => !said[row.Id].Any(shareAlike.Contains)))
            {
                yield return row;
            }
        }
    }

    private List<Column<FoundRow>> Columns(FacetList words) =>
    [
        new("name", row => row.Name),
        new("also known as", row => row.AlsoKnownAs),
        new("kind", words.KindWords),
        new("legal form", row => row.LegalForm),
        new("cause", words.CauseWords),
        new("what it does", row => row.Line),
        new("address", row => row.Address),
        new("postcode", row => row.Postcode),
        new("ward", words.WardWords),
        new("ward code", row => row.WardCode),
        new("locality", row => row.Locality),
        new("website", row => row.Website),
        new("latitude", row => row.Point?.Latitude),
        new("longitude", row => row.Point?.Longitude),
        new("metres away", row => row.Metres),
        new("page", row => address.Link(Request, row.Url)),
    ];

    private async Task<IEnumerable<Column<FoundRow>>> Tags(Found found, CancellationToken stop)
    {
        var isPublic = await Column("tags", true);
        return found.Asked.Facets.Contains(StaffTags.Name) ? [isPublic, await Column("tags of the staff", false)] : [isPublic];

        async Task<Column<FoundRow>> Column(string heading, bool isPublic)
        {
            var put = await tags.Put(found.Place.Id, isPublic, stop);
            return new(heading, row => put.TryGetValue(row.Id, out var names) ? string.Join("; ", names) : null);
        }
    }
}
