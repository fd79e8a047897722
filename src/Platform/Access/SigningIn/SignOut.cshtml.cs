using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Trellis.Platform.Access;

/// <summary>Ends this browser's session. A question first, since a link alone must not sign anybody out.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(Acting acting, EndSessions end) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (acting.Person is { } person)
        {
            await end.One(person.PersonId, person.SessionId, person.SessionId, stop);
        }

        SessionCookie.Forget(HttpContext);
        return LocalRedirect("/");
    }
}
