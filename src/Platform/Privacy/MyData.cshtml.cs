using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Web;

namespace Trellis.Platform.Privacy;

/// <summary>One's own data: take it away, or have it erased.</summary>
[Requires(AccessRules.OwnAccount)]
internal sealed class MyDataModel(Acting acting, TakeAllAboutPerson take, ErasePerson erase, Register register) : PageModel
{
    public sealed class Answers
    {
        public string? Email { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public Actor Me => acting.RequirePerson();

    public IReadOnlyList<PersonalTable> Kept => register.Personal;

    public void OnGet()
    {
    }

    [StepUp]
    public async Task<IActionResult> OnGetAll(CancellationToken stop) =>
        await take.Handle(Me.PersonId, readFirst: false, stop) is { } file ? File(file, "application/zip", "everything-about-me.zip") : NotFound();

    [StepUp]
    public async Task<IActionResult> OnPostErase(CancellationToken stop)
    {
        if (EmailAddress.Tidy(Form.Email) != Me.Email)
        {
            return this.Again<Person>(new Problem("Email", "To be sure, type the email address of this account."));
        }

        if (await erase.Handle(Me.PersonId, "Asked for by the person", stop) is not { } erased)
        {
            return NotFound();
        }

        if (!erased.Succeeded)
        {
            return this.Again(erased);
        }

        SessionCookie.Forget(HttpContext);
        return LocalRedirect("/about/privacy");
    }
}
