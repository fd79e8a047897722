using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>Asks for a mail address and sends it a code.</summary>
[AllowAnonymous]
internal sealed class SignInModel(Here here, AskForCode ask, ShowPasskey show, OpenSession open, Acting acting, PasskeySite site, Texts.Texts words) : PageModel
{
    public sealed class Answers
    {
        public string? Email { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>The page to go on to, one of this site's own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public bool HasPasskeys => site.IsHere(Request);

    public PasskeyForm Passkey => new("/sign-in?handler=Passkey", "/sign-in?handler=Begin", words["Sign in with a passkey"]) { IsAutofill = true, Back = Back };

    public IActionResult OnGet() => acting.Person is null ? Page() : LocalRedirect(SignInLinks.Local(this, Back));

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var place = await here.Place(stop);
        var asked = await ask.Handle(new(Form.Email, SignInLinks.Network(HttpContext), place?.Name ?? "Trellis"), stop);
        if (!asked.Succeeded)
        {
            return this.Again(asked);
        }

        Response.Cookies.Append(SignInLinks.CodeCookie(Request), asked.Value, SessionCookie.Options(Request, null));
        return LocalRedirect("/sign-in/code" + QueryString.Create("back", SignInLinks.Local(this, Back)));
    }

    public async Task<IActionResult> OnPostBegin(CancellationToken stop) =>
        await show.Begin(HttpContext, null, stop) is { } asked ? PasskeyForm.Question(asked) : StatusCode(StatusCodes.Status429TooManyRequests);

    public async Task<IActionResult> OnPostPasskey(Guid challenge, string? credential, CancellationToken stop)
    {
        var shown = await show.Handle(HttpContext, null, new(challenge, credential), stop);
        if (!shown.Succeeded)
        {
            return this.Again(shown);
        }

        await open.Handle(HttpContext, shown.Value, SignInWay.Passkey, stop);
        return LocalRedirect(SignInLinks.Local(this, Back));
    }
}
