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
    public async Task<IActionResult> OnGet(string ending, CancellationToken stop)
    {
        var asked = new Asked(Request.Query, await facets.Keys(stop));
        var (found, rows) = await find.All(asked, stop);
        var attribution = await Attribution(found.Place.Id, stop);
        return new Download<FoundRow>(found.Place.Slug + "-groups", [.. Columns(new FacetList(found, t)), .. await Tags(found, stop)], rows.Where(row => !row.IsShareAlike), attribution) { Ending = ending };
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

    private async Task<IReadOnlyList<string>> Attribution(Guid placeId, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var sources = await connection.Query(
            """
            SELECT DISTINCT s.attribution, s.licence FROM platform_source s
            WHERE s.place_id = @place AND EXISTS (SELECT 1 FROM groups_source_record r WHERE r.source_id = s.id) ORDER BY s.attribution
            """,
            row => (Line: row.GetString(0), Licence: row.GetString(1)), stop, ("place", placeId));
        var open = sources.Where(source => !ReadRows.IsShareAlike(source.Licence)).Select(source => source.Line).Distinct().ToList();
        return open.Count == sources.Count ? open : [.. open, t["Rows under a share-alike licence (allotments) are not in this file; see /about/data."]];
    }
}
