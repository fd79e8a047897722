using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;
using Trellis.Platform.Web;

namespace Trellis.Groups.Newest;

/// <summary>The same as a file; groups of which a list under a share-alike licence speaks stay out of it.</summary>
[AllowAnonymous]
internal sealed class TakeNewestModel(Here here, ListNewest list, PublicAddress address, Texts t) : PageModel
{
    public async Task<IActionResult> OnGet(string ending, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var all = await list.Handle(place, stop);
        List<ListNewest.Line> lines = [.. all.Where(line => !line.IsKeptApart)];
        var attribution = await list.Attributions(lines, stop);
        if (lines.Count < all.Count)
        {
            attribution.Add(t["Rows under a share-alike licence are not in this file; see /about/data."]);
        }

        return new Download<ListNewest.Line>(place.Slug + "-newest-groups", Columns, lines.ToAsyncEnumerable(), attribution) { Ending = ending };
    }

    private IReadOnlyList<Column<ListNewest.Line>> Columns =>
    [
        new("name", line => line.Name),
        new("registered on", line => line.RegisteredOn),
        new("what it does", line => line.Purpose),
        new("ward", line => line.Ward),
        new("page", line => address.Link(Request, "/groups/" + line.Slug)),
    ];
}
