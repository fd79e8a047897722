using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>Asks for a mail address and sends it a code.</summary>
[AllowAnonymous]
internal sealed class SignInModel(Here here, AskForCode ask, ShowPasskey show, OpenSession open, Acting acting, PasskeySite site, Texts.Texts words, IEnumerable<OutsideSite> outside) : PageModel
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

    /// <summary>How the attempt to sign in with the outside site ended, where that brought them here again.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Trouble { get; set; }

    /// <summary>Null where none is configured.</summary>
    public OutsideSite? Outside => outside.FirstOrDefault();

    public bool HasPasskeys => site.IsHere(Request);

    public PasskeyForm Passkey => new("/sign-in?handler=Passkey", "/sign-in?handler=Begin", words["Sign in with a passkey"]) { IsAutofill = true, Back = Back };

    public IActionResult OnGet()
    {
        if (acting.Person is not null)
        {
            return LocalRedirect(SignInLinks.Local(this, Back));
        }

        if (Outside is not null && Trouble is OpenIdEvents.Failure or OpenIdEvents.Unverified)
        {
            ModelState.AddModelError("", Trouble == OpenIdEvents.Unverified
                ? words["{0} does not vouch for your email address, so nobody can know that it is yours. Have a code sent to it instead.", Outside.Name]
                : words["Signing in with {0} did not work. Try again, or have a code sent to you.", Outside.Name]);
        }

        return Page();
    }

    /// <summary>Sends them to the outside site. A link, not a form: our pages let no form lead elsewhere.</summary>
    public async Task<IActionResult> OnGetOutside(CancellationToken stop)
    {
        if (Outside is not { } site)
        {
            return NotFound();
        }

        try
        {
            await HttpContext.ChallengeAsync(OpenIdHost.Scheme, new() { RedirectUri = SignInLinks.Local(this, Back) });
            return new EmptyResult();
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return this.Again<string>(new Problem("", words["{0} does not answer at the moment. Have a code sent to you instead.", site.Name]));
        }
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var place = await here.Place(stop);
        var asked = await ask.Handle(new(Form.Email, HttpContext.Network(), place?.Name ?? "Trellis"), stop);
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
