using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>One's passkeys: see, add, remove.</summary>
[Requires(AccessRules.OwnAccount)]
[StepUp]
internal sealed class PasskeysModel(Db db, Acting acting, EnrolPasskey enrol, RemovePasskey remove, StepUp step, PasskeySite site, Texts.Texts words) : PageModel
{
    /// <summary>Where to go on to; null for somebody who just looks at their passkeys.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    public bool IsAskedFor => Me.Withheld.Count > 0;

    public bool IsHere => site.IsHere(Request);

    public string Elsewhere => site.Elsewhere(Request, "/me/passkeys");

    public PasskeyForm Add => new("/me/passkeys", "/me/passkeys?handler=Begin", words["Add a passkey"]) { Kind = "create", AsksName = true, Back = Back };

    private Actor Me => acting.RequirePerson();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Back = Back is null ? null : SignInLinks.Local(this, Back);
        Passkeys = await db.Set<Passkey>().AsNoTracking().Where(one => one.PersonId == Me.PersonId).OrderBy(one => one.CreatedAt).ToListAsync();
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostBegin(CancellationToken stop) => PasskeyForm.Question(await enrol.Begin(HttpContext, Me, stop));

    public async Task<IActionResult> OnPost(Guid challenge, string? credential, string? name, CancellationToken stop)
    {
        var enrolled = await enrol.Handle(HttpContext, Me, new(challenge, credential, name, Devices.Name(Request.Headers.UserAgent.ToString())), stop);
        if (!enrolled.Succeeded)
        {
            return this.Again(enrolled);
        }

        await step.Handle(HttpContext, Me, byPasskey: true, stop);
        return IsAskedFor && Back is not null ? LocalRedirect(Back) : LocalRedirect(Back is null ? "/me/passkeys" : QueryHelpers.AddQueryString("/me/passkeys", "back", Back));
    }

    public async Task<IActionResult> OnPostRemove(Guid passkey, CancellationToken stop) =>
        await remove.Handle(Me, passkey, stop) is null ? NotFound() : LocalRedirect("/me/passkeys");
}
