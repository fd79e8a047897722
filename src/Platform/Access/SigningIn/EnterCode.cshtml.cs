using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>Takes the code and opens a session.</summary>
[AllowAnonymous]
internal sealed class EnterCodeModel(EnterCode enter, OpenSession open) : PageModel
{
    public sealed class Answers
    {
        public string? Code { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var cookie = SignInLinks.CodeCookie(Request);
        var entered = await enter.Handle(Form.Code, Request.Cookies[cookie], HttpContext.Network(), stop);
        if (!entered.Succeeded)
        {
            return this.Again(entered);
        }

        Response.Cookies.Delete(cookie, SessionCookie.Options(Request, null));
        var isOffered = await open.Handle(HttpContext, entered.Value, SignInWay.Code, stop);
        var back = SignInLinks.Local(this, Back);
        return LocalRedirect(isOffered ? QueryHelpers.AddQueryString("/me/passkeys", "back", back) : back);
    }
}
