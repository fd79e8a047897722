using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;

namespace Trellis.Groups.Unmet;

/// <summary>The same as a file, however long it is.</summary>
[Requires(GroupRules.SeeUnmet)]
internal sealed class TakeUnmetModel(Here here, ListUnmet list) : PageModel
{
    private static readonly IReadOnlyList<Column<ListUnmet.Unmet>> Columns =
    [
        new("words", unmet => unmet.Words), new("times", unmet => unmet.Times), new("days", unmet => unmet.Days), new("latest", unmet => unmet.Latest),
    ];

    public async Task<IActionResult> OnGet(string ending, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var words = await list.OfAYear(place.Id, int.MaxValue, stop);
        return new Download<ListUnmet.Unmet>(place.Slug + "-not-found", Columns, words.ToAsyncEnumerable(), []) { Ending = ending };
    }
}
