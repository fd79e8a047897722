using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Platform.Notices;

/// <summary>The demo's letters, so that somebody who tries it out can read their code before they are signed in. There only with demo data, and only for somebody at the machine itself.</summary>
[AllowAnonymous]
internal sealed class DemoMailModel(ReadFolder folder) : PageModel
{
    private const int MostShown = 20;

    public IReadOnlyList<ReadFolder.Seen> Letters { get; private set; } = [];

    internal static async Task<bool> IsThere(HttpContext context) =>
        context.RequestServices.GetRequiredService<ReadFolder>().IsUsed && context.IsAtTheMachine()
        && await context.RequestServices.GetRequiredService<Here>().Place(context.RequestAborted) is { IsDemo: true };

    public async Task<IActionResult> OnGet()
    {
        if (!await IsThere(HttpContext))
        {
            return NotFound();
        }

        Letters = folder.Latest(MostShown);
        return Page();
    }
}
