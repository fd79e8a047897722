using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>Asks somebody signed in to prove again who they are, then lets them go on where they were.</summary>
[Requires(AccessRules.OwnAccount)]
internal sealed class AgainModel(Here here, Acting acting, AskForCode ask, EnterCode enter, ShowPasskey show, StepUp step, Texts.Texts words) : PageModel
{
    public sealed class Answers
    {
        public string? Code { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    [FromQuery(Name = "back")]
    public string? Back { get; set; }

    /// <summary>The answers of the form that they were about to send.</summary>
    public string? Kept { get; private set; }

    public bool IsSent { get; private set; }

    /// <summary>They have proved it, and have answers to send again.</summary>
    public bool IsDone { get; private set; }

    public PasskeyForm Passkey => new(Address("Passkey"), Address("Begin"), words["Use your passkey"]) { Kept = Kept };

    public Actor Me => acting.RequirePerson();

    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context) => Back = SignInLinks.Local(this, Back);

    public void OnGet()
    {
    }

    /// <summary>A risky form was sent on to here, with all its answers.</summary>
    public void OnPost()
    {
        Kept = KeptAnswers.Write(Request.Form);
        ModelState.Clear(); // a field of theirs may be named as one of ours
        Form = new();
    }

    public async Task<IActionResult> OnPostBegin(CancellationToken stop) =>
        await show.Begin(HttpContext, Me, stop) is { } asked ? PasskeyForm.Question(asked) : StatusCode(StatusCodes.Status429TooManyRequests);

    public async Task<IActionResult> OnPostPasskey(string? kept, Guid challenge, string? credential, CancellationToken stop)
    {
        Kept = kept;
        var shown = await show.Handle(HttpContext, Me, new(challenge, credential), stop);
        return shown.Succeeded ? await Done(byPasskey: true, stop) : this.Again(shown);
    }

    public async Task<IActionResult> OnPostSend(string? kept, CancellationToken stop)
    {
        if (Me.MustUsePasskey)
        {
            return NotFound();
        }

        Kept = kept;
        var asked = await ask.Handle(new(Me.Email, HttpContext.Network(), (await here.Place(stop))?.Name ?? "Trellis"), stop);
        IsSent = true;
        if (!asked.Succeeded)
        {
            return this.Again<string>(new Problem("Code", asked.Problems[0].Message));
        }

        Response.Cookies.Append(SignInLinks.CodeCookie(Request), asked.Value, SessionCookie.Options(Request, null));
        return Page();
    }

    public async Task<IActionResult> OnPostCode(string? kept, CancellationToken stop)
    {
        if (Me.MustUsePasskey)
        {
            return NotFound();
        }

        (Kept, IsSent) = (kept, true);
        var cookie = SignInLinks.CodeCookie(Request);
        var entered = await enter.Handle(Form.Code, Request.Cookies[cookie], HttpContext.Network(), stop);
        if (!entered.Succeeded)
        {
            return this.Again(entered);
        }

        if (entered.Value.Id != Me.PersonId)
        {
            return this.Again<Person>(new Problem("Code", "That code was sent to another address. Ask for a new one."));
        }

        Response.Cookies.Delete(cookie, SessionCookie.Options(Request, null));
        return await Done(byPasskey: false, stop);
    }

    /// <summary>One of this page's own forms, which know where to go back to.</summary>
    public string Address(string handler) => QueryHelpers.AddQueryString("/sign-in/again?handler=" + handler, "back", Back!);

    private async Task<IActionResult> Done(bool byPasskey, CancellationToken stop)
    {
        await step.Handle(HttpContext, Me, byPasskey, stop);
        if (string.IsNullOrEmpty(Kept))
        {
            return LocalRedirect(Back!);
        }

        IsDone = true;
        return Page();
    }
}
