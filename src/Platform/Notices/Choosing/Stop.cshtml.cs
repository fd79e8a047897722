using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Platform.Notices;

/// <summary>Where the link in a letter of news leads. Opening it does nothing, since mail programs open links by themselves; the button does, and so does a mail program's own (RFC 8058).</summary>
/// <remarks>No antiforgery token is asked for: a mail program has none, and the key in the address is the proof.</remarks>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class StopModel(StopLinks links, News news, Db db, Trail trail) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    public string Email { get; private set; } = "";

    public bool IsDone { get; private set; }

    public IActionResult OnGet() => Find() is null ? NotFound() : Page();

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (Find() is not { } email)
        {
            return NotFound();
        }

        trail.ByLink();
        await news.Suppress(email, stop);
        await db.SaveChangesAsync(stop);
        IsDone = true;
        return Page();
    }

    private string? Find()
    {
        var email = links.Read(Key);
        Email = email is null ? "" : $"{email[0]}…@{email.Split('@')[^1]}"; // whoever was sent the letter on need not learn it
        return email;
    }
}
