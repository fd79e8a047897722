using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Find;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Newest;

/// <summary>The groups that a register took in last.</summary>
[AllowAnonymous]
internal sealed class NewestModel(Here here, ListNewest list, Texts t) : PageModel
{
    public Place Place { get; private set; } = null!;

    public IReadOnlyList<ListNewest.Line> Lines { get; private set; } = [];

    /// <summary>What the files of the list hold, and what not.</summary>
    public TakenWords Files => new(Lines.Count, Lines.Count(line => line.IsKeptApart), t);

    public async Task OnGet(CancellationToken stop)
    {
        Place = await here.RequirePlace(stop);
        Lines = await list.Handle(Place, stop);
    }
}
