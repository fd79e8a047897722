using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>Asks for the address to be known by from now on.</summary>
[Requires(AccessRules.OwnAccount)]
[StepUp]
internal sealed class EmailModel(Acting acting, AskNewEmail ask, PublicAddress address) : PageModel
{
    public sealed class Answers
    {
        public string? Email { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public string? SentTo { get; private set; }

    public Actor Me => acting.RequirePerson();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var asked = await ask.Handle(new(Me, Form.Email, path => address.Link(Request, path)), stop);
        if (!asked.Succeeded)
        {
            return this.Again(asked);
        }

        SentTo = asked.Value;
        return Page();
    }
}
