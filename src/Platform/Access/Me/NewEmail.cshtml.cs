using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>Where the link sent to a new address leads. Opening it changes nothing; only the button does.</summary>
[AllowAnonymous]
internal sealed class NewEmailModel(TakeNewEmail take) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    public string? Email { get; private set; }

    /// <summary>The address, once it has been taken.</summary>
    public string? Taken { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        Email = await take.Address(Key, stop);
        return Email is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        Email = await take.Address(Key, stop);
        if (await take.Handle(Key, stop) is not { } taken)
        {
            return NotFound();
        }

        if (!taken.Succeeded)
        {
            return this.Again(taken);
        }

        Taken = taken.Value;
        return Page();
    }
}
