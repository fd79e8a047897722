using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;
using Trellis.Support.Topics;

namespace Trellis.Support.Library;

/// <summary>The library of the place, for everybody.</summary>
[AllowAnonymous]
internal sealed class LibraryPageModel(Here here, FindResources find, TopicTree topics) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    public IReadOnlyList<FindResources.Line> Lines { get; private set; } = [];

    /// <summary>Topics of the first level, to choose from.</summary>
    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        Topics = [.. (await topics.Offered(place.Id, stop)).Where(topic => topic.ParentId is null)];
        Lines = await find.Handle(place.Id, Words, Topic, stop);
    }
}
