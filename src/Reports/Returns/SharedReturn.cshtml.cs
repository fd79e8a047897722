using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;

namespace Trellis.Reports.Returns;

/// <summary>What whoever has the secret link reads: the return as it was sent, without small numbers and without records.</summary>
[AllowAnonymous]
internal sealed class SharedReturnModel(Here here, ReadReturn read) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    public ReturnBody Body { get; private set; } = null!;

    public DateTimeOffset SentAt { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (await SharedReturn.Find(here, read, Key, this, stop) is not { } found)
        {
            return NotFound();
        }

        (Body, SentAt) = found;
        return Page();
    }
}

/// <summary>The same as a file.</summary>
[AllowAnonymous]
internal sealed class SharedFileModel(Here here, ReadReturn read, TimeProvider clock, Platform.Texts.Texts t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    public async Task<IActionResult> OnGet(string ending, CancellationToken stop) =>
        await SharedReturn.Find(here, read, Key, this, stop) is { } found ? ReturnFile.Of(found.Body, ending, clock.GetUtcNow(), t) : NotFound();
}

internal static class SharedReturn
{
    public static async Task<(ReturnBody Body, DateTimeOffset SentAt)?> Find(Here here, ReadReturn read, string? key, PageModel page, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await read.ByKey(place.Id, key, stop) is not { SentAt: { } sent } found)
        {
            return null;
        }

        page.Response.Headers.CacheControl = "no-store";
        page.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return (HideSmall.Of(await read.Body(place, found, stop)), sent);
    }
}
