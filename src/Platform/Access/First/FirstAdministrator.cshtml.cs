using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>Where the link from the console leads. Opening it uses nothing up; only the button does.</summary>
[AllowAnonymous]
internal sealed class FirstAdministratorModel(Here here, MakeFirstAdministrator make, OpenSession open) : PageModel
{
    public sealed class Answers
    {
        public string? Name { get; set; }

        public string? Email { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken stop) => await make.Works(Key, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await make.Handle(new(Key, Form.Name, Form.Email, place.Id), stop) is not { } made)
        {
            return NotFound();
        }

        if (!made.Succeeded)
        {
            return this.Again(made);
        }

        await open.Handle(HttpContext, made.Value, SignInWay.FirstLink, stop);
        return LocalRedirect("/me");
    }
}
